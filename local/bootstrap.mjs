/**
 * The first step of every npm script: installs what package-lock.json asks for, then runs a TypeScript file of this
 * repository with Node 24. Plain JavaScript without dependencies, because it must run before anything is installed and under
 * whatever Node the machine has.
 *
 *     node local/bootstrap.mjs <file.ts> [arguments…]
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".installed-lock");

/** Ends the process with one message that says what to do. */
function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

/** The lock file's digest: the installation is current exactly when it bears this stamp. */
function lockDigest() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the installation lock; waits for a living holder, takes over from a dead one. */
function lockInstallation() {
  const folder = path.join(root, ".local");
  const lock = path.join(folder, "install.lock");
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
      if (!(holder > 0 && isAlive(holder))) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

/** Runs `npm ci` unless node_modules is what the lock file says. */
function installPackages() {
  const wanted = lockDigest();
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isCurrent()) return;
  const unlock = lockInstallation();
  try {
    if (isCurrent()) return;
    const started = Date.now();
    console.error("Installing npm packages (npm ci) …");
    // An engine warning about the machine's own Node would mislead: the packages run on the Node installed here.
    const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    if (result.error?.code === "ENOENT")
      fail("npm was not found. Install Node.js 22 or later, which brings npm.");
    if (result.status !== 0) {
      unlock();
      fail(
        "npm ci failed; its own message is above. Check the network and the npm registry setting, then run the command again.",
      );
    }
    writeFileSync(stamp, wanted);
    console.error(`Installed npm packages in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    unlock();
  }
}

/** The Node to run with: the npm package's, else this one where it is new enough to strip types. */
function chooseNode() {
  const packaged = path.join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(packaged) && spawnSync(packaged, ["--version"]).status === 0) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `Node ${process.versions.node} is too old and the npm package "node" has no binary for ${process.platform}/${process.arch}. Install Node.js 24 or later.`,
  );
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail("usage: node local/bootstrap.mjs <file.ts> [arguments…]");
installPackages();
const node = chooseNode();
const child = spawn(node, ["--disable-warning=ExperimentalWarning", path.join(root, script), ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ""}` },
});
// A terminal sends Ctrl-C to the whole group; what is sent to this process alone must reach the child.
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
process.on("SIGINT", () => undefined);
child.on("error", (error) => fail(`${node} did not start: ${error.message}`));
child.on("exit", (code, signal) => {
  process.exit(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0));
});
