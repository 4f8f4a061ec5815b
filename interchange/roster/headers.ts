import type { Field } from "./problem";

// How schools in English, German, Russian, Estonian, Latvian, and their neighbours, call the columns of a class list.
const titles: Record<Exclude<Field, "id" | "status" | "date">, string> = {
  name: `
    name, names, full name, display name, student, students, student name, name of student, learner, learners,
    learner name, pupil, pupils, pupil name, participant,
    anzeigename, vollständiger name, schüler, schülerin, schüler/in, schüler:in, schülername, name des schülers, lernende,
    имя и фамилия, фамилия и имя, фамилия имя, имя фамилия, фио, ф и о, фио ученика, фио учащегося,
    фамилия имя отчество, фамилия имя и отчество, ученик, ученики, учащийся, учащиеся, ученик(ца), полное имя,
    отображаемое имя, список учеников,
    nimi, nimed, täisnimi, kuvanimi, kuvatav nimi, õpilane, õpilased, õpilase nimi, ees- ja perekonnanimi,
    ees- ja perenimi, perekonna- ja eesnimi, eesnimi ja perekonnanimi, eesnimi perekonnanimi,
    vārds uzvārds, vārds un uzvārds, uzvārds vārds, uzvārds un vārds, pilns vārds, attēlojamais vārds, parādāmais vārds,
    skolēns, skolēni, skolēna vārds, skolēna vārds uzvārds, audzēknis,
    oppilas, oppilaat, koko nimi, vardas pavardė, vardas ir pavardė, mokinys, mokiniai`,
  givenName: `
    first name, firstname, first, given, given name, given names, forename, first names, christian name,
    vorname, vornamen, rufname,
    имя, имя ученика,
    eesnimi, eesnimed,
    vārds, vārdi,
    etunimi, etunimet, vardas`,
  familyName: `
    last name, lastname, last, family, surname, family name, second name,
    nachname, familienname, zuname,
    фамилия, фамилия ученика,
    perekonnanimi, perenimi,
    uzvārds,
    sukunimi, pavardė`,
  userName: `
    user name, user, user id, login, login name, logon name, sign-in name, sign in name, account, account name,
    benutzername, benutzer, benutzerkennung, anmeldename, nutzername, kennung,
    логин, имя пользователя, имя для входа, пользователь, учетная запись,
    kasutajanimi, kasutaja, kasutajatunnus,
    lietotājvārds, lietotāja vārds, lietotājs,
    käyttäjätunnus, käyttäjänimi, naudotojo vardas`,
  group: `
    group, groups, group name, subgroup, team,
    gruppe, gruppen, lerngruppe,
    группа, подгруппа,
    rühm, grupp, alarühm,
    grupa, apakšgrupa,
    ryhmä, grupė`,
  role: `role, rolle, роль, loma, rooli, vaidmuo`,
};

/** A title as it is compared: without case, accents, spaces and signs. */
export function comparable(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

const fields = new Map(
  Object.entries(titles).flatMap(([field, words]) =>
    words.split(",").map((word) => [comparable(word), field as Field]),
  ),
);

/**
 * Which column holds what, by the titles in a first line; null for what is not asked for, such as e-mail addresses and
 * passwords. Null instead of a list when the line is no line of titles.
 */
export function fieldsOf(cells: readonly string[]): (Field | null)[] | null {
  const found = cells.map((cell) => fields.get(comparable(cell)) ?? null);
  const once = found.map((field, index) => (found.indexOf(field) === index ? field : null));
  const has = (field: Field) => once.includes(field);
  if (!(["name", "givenName", "familyName", "userName"] as const).some(has)) return null;
  // Beside a first name, 'Name' is the other one, as in German; beside a family name it is the first.
  const aside = has("givenName") === has("familyName") ? null : has("givenName") ? "familyName" : "givenName";
  return once.map((field) => (field === "name" && aside ? aside : field));
}

/** How many lines may stand above the titles: the name of the school, of the class, a date. */
const MOST_ABOVE = 10;

/** Which of the rows has the titles; below the first it must have two at least that are known. Null: none has. */
export function titlesAt(rows: readonly { cells: readonly string[] }[]): number | null {
  const at = rows.slice(0, MOST_ABOVE).findIndex(({ cells }, index) => {
    const known = fieldsOf(cells)?.filter((field) => field !== null).length ?? 0;
    return known >= (index === 0 ? 1 : 2);
  });
  return at < 0 ? null : at;
}
