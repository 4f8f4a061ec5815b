/**
 * Names for a person whom a provider sends for the first time, from what it says of them, cut to what our own rules
 * allow. They can change the display name afterwards.
 */
export function suggestedNames(profile: object): { displayName: string; userName: string } {
  const claims = profile as Record<string, unknown>;
  const displayName = clean(claims.name) || clean(claims.given_name) || clean(claims.preferred_username) || "Learner";
  const wanted = clean(claims.preferred_username) || clean(claims.nickname) || displayName;
  const userName = wanted
    .toLowerCase()
    .replace(/@.*$/u, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, ".")
    .replace(/^\.+|\.+$/gu, "");
  return {
    displayName: [...displayName].slice(0, 60).join("").trim(),
    userName: [...userName].length < 3 ? `learner.${userName}` : [...userName].slice(0, 40).join(""),
  };
}

function clean(claim: unknown): string {
  if (typeof claim !== "string") return "";
  return claim
    .normalize("NFKC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
