/** Runs express-pouchdb over PouchDB's LevelDB adapter, set up as its own page shows it. */
import express from "express";
import expressPouchDb from "express-pouchdb";
import PouchDB from "pouchdb";

const [port = "0", folder = "."] = process.argv.slice(2);
process.chdir(folder);
const app = express();
const Local = PouchDB.defaults({ prefix: `${folder}/` });
app.use("/", expressPouchDb(Local, { mode: "minimumForPouchDB", logPath: `${folder}/log.txt` }));
const server = app.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
process.once("SIGTERM", () => server.close(() => process.exit(0)));
