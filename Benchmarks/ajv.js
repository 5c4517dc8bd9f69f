// How many documents a second of processor time Ajv checks, as a program in JavaScript would ask it:
//
//     node ajv.js FOLDER SECONDS
//
// FOLDER has the schema of draft-07 and the documents, one a line. Prints a name, a tab and a number a line.
"use strict";

const fs = require("fs");
const Ajv = require("ajv");

const [folder, seconds] = [process.argv[2], Number(process.argv[3])];
const schema = JSON.parse(fs.readFileSync(`${folder}/schema7.json`, "utf8"));
const documents = fs.readFileSync(`${folder}/docs.jsonl`, "utf8").split("\n").filter(Boolean);

/** Prints how many documents a second are parsed and checked, once the compiler of the machine has seen them all. */
function measure(name, check) {
  for (const document of documents) check(JSON.parse(document));
  const begin = process.cpuUsage();
  let done = 0;
  let spent = 0;
  while (spent < seconds) {
    for (const document of documents) check(JSON.parse(document));
    done += documents.length;
    const { user, system } = process.cpuUsage(begin);
    spent = (user + system) / 1e6;
  }
  console.log(`${name}\t${Math.floor(done / spent)}`);
}

measure("parse_validate_first_docs_s", new Ajv().compile(schema));
measure("parse_validate_all_docs_s", new Ajv({ allErrors: true }).compile(schema));
