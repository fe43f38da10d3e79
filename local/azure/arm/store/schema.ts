import type { DatabaseSync } from "node:sqlite";

/**
 * The tables of the local Azure, as the steps that lead to them. A step that has shipped is never edited: a change is a
 * further step, so that a database of an older checkout is brought forward when it is opened.
 */
const MIGRATIONS: readonly string[] = [
  `
  -- One row per resource. key: the id in lower case, because Azure compares ids without case.
  CREATE TABLE resource (
    key TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    token TEXT NOT NULL,
    api_version TEXT NOT NULL,
    body TEXT NOT NULL,
    facts TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX resource_by_token ON resource (token);

  -- Names that are unique in all of Azure, or that a soft delete keeps. held: the owner is deleted, the name is not free.
  CREATE TABLE name (
    realm TEXT NOT NULL,
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    held TEXT,
    PRIMARY KEY (realm, name)
  ) WITHOUT ROWID;
  CREATE INDEX name_by_owner ON name (owner);

  -- References between resources; via: what Azure names as the user of the target, such as an ip configuration's id.
  CREATE TABLE link (
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    property TEXT NOT NULL,
    via TEXT NOT NULL,
    blocks INTEGER NOT NULL,
    PRIMARY KEY (source, target, property)
  ) WITHOUT ROWID;
  CREATE INDEX link_by_target ON link (target);

  CREATE TABLE operation (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    token TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    owner TEXT NOT NULL,
    accepted_at TEXT NOT NULL,
    simulated_start REAL NOT NULL,
    simulated_end REAL NOT NULL,
    error TEXT
  );
  CREATE INDEX operation_by_key ON operation (key, number);

  -- factor: real minutes per simulated minute; 0 costs nothing.
  CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), factor REAL NOT NULL);
  INSERT INTO clock VALUES (1, 0);

  CREATE TABLE fault (
    number INTEGER PRIMARY KEY,
    token TEXT NOT NULL,
    operation TEXT NOT NULL,
    phase TEXT NOT NULL,
    remaining INTEGER NOT NULL,
    error TEXT
  );

  CREATE TABLE address (
    address TEXT PRIMARY KEY,
    owner TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX address_by_owner ON address (owner);
  `,
];

/** Brings a database to the newest step, all in one transaction, so that two processes may open a new file at once. */
export function migrate(database: DatabaseSync): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
    if (version > MIGRATIONS.length) {
      throw new Error(
        `the local Azure's state is of step ${version}, this checkout knows ${MIGRATIONS.length}: it was written by a newer checkout; update this one, or remove the state with "npm run local -- reset"`,
      );
    }
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
