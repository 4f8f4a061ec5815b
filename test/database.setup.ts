import { freshDatabase } from "./database";

// Every test file gets a database of its own before it loads anything that could ask one.
const { url } = await freshDatabase();
process.env.DATABASE_URL = url;
