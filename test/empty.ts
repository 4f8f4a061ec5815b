// Stands in for `server-only`, which throws outside Next: a test runs where a server would.
export {};
