import { nameWords } from "./fold";

/** Ranks, offices and courtesies that are not part of a name, folded and in Latin letters. */
const TITLES = new Set(
  nameWords(
    `marshal marschall general generalissimo colonel brigade commander commissar peoples admiral field fieldmarshal
     sir lord lady count graf baron freiherr doctor dr professor prof mr mrs ms miss herr frau monsieur
     comrade tovarishch president premier chancellor prime minister foreign ambassador
     маршал генерал генералиссимус адмирал граф барон князь господин товарищ президент министр посол полковник`,
  ),
);

const PARTICLES = new Set(
  nameWords("von vom van der den de del della la le du di da dos zu zur of the al il фон дер ван ди"),
);

const NUMERAL = /^[ivx]{2,}$/;

/** A name's words without titles and particles; with them when nothing else is there, for they may be a surname too. */
export function bareWords(words: readonly string[]): string[] {
  const bare = words.filter((word) => !TITLES.has(word) && !PARTICLES.has(word));
  return bare.length > 0 ? bare : [...words];
}

/** The particles among a name's words. */
export function particlesIn(words: readonly string[]): string[] {
  return words.filter((word) => PARTICLES.has(word));
}

/** Digits and regnal numerals: what tells Henry VII from Henry VIII, and where no slip is ever forgiven. */
export function isNumeral(word: string): boolean {
  return /\p{N}/u.test(word) || NUMERAL.test(word);
}
