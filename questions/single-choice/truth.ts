/** The two options of a true-or-false question; by their ids True comes first when they are turned round. */
export const TRUE = { id: "true", text: "True" };
export const FALSE = { id: "false", text: "False" };
