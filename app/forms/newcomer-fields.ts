import type { FormField } from "./action-form";

/** What anyone types to get an account. */
export const newcomerFields: readonly FormField[] = [
  {
    name: "displayName",
    label: "Your name, as your class knows it",
    autoComplete: "name",
    maxLength: 200,
    required: true,
  },
  {
    name: "userName",
    label: "User name",
    hint: "To sign in with: at least 3 characters, no spaces.",
    autoComplete: "username",
    autoCapitalize: "none",
    spellCheck: false,
    maxLength: 200,
    required: true,
  },
  {
    name: "password",
    label: "Password",
    hint: "At least 8 characters; three or four words in a row work well. No e-mail address is needed: if you forget it, you will be given a new one.",
    type: "password",
    autoComplete: "new-password",
    required: true,
  },
];
