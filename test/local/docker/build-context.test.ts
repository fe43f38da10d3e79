import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { contextDigest } from "../../../local/docker/build-context.ts";

describe("the digest of a build context", () => {
  let root: string;
  let context: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "build-context-"));
    context = join(root, "context");
    write("Dockerfile", "FROM scratch\n");
    write("src/server.js", "listen();\n");
    write("src/routes/index.js", "route();\n");
    write("package.json", "{}\n");
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, content: string | Buffer): void {
    const file = join(context, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  const digest = (folder = context) => contextDigest(folder, join(folder, "Dockerfile"));

  /** Expects that the change changes the digest. */
  async function changes(change: () => void): Promise<void> {
    const before = await digest();
    change();
    assert.notEqual(await digest(), before);
  }

  /** Expects that the change does not change the digest. */
  async function changesNothing(change: () => void): Promise<void> {
    const before = await digest();
    change();
    assert.equal(await digest(), before);
  }

  it("is SHA-256 in hex", async () => {
    assert.match(await digest(), /^[0-9a-f]{64}$/);
  });

  it("is the same for a copy elsewhere, with other times, permissions of others and empty folders", async () => {
    const copy = join(root, "elsewhere", "copy");
    cpSync(context, copy, { recursive: true });
    utimesSync(join(copy, "package.json"), 0, 0);
    chmodSync(join(copy, "package.json"), 0o600);
    mkdirSync(join(copy, "empty"));
    assert.equal(await digest(copy), await digest());
  });

  it("does not depend on the order in which files were made", async () => {
    const other = join(root, "other");
    for (const path of ["package.json", "src/routes/index.js", "src/server.js", "Dockerfile"]) {
      mkdirSync(dirname(join(other, path)), { recursive: true });
      cpSync(join(context, path), join(other, path));
    }
    assert.equal(await digest(other), await digest());
  });

  it("changes with a content, a name, an executable bit, a new file and a missing one", async () => {
    await changes(() => write("src/server.js", "listen(1);\n"));
    await changes(() => write("blob", Buffer.alloc(200_000, 7)));
    await changes(() => renameSync(join(context, "blob"), join(context, "blub")));
    await changes(() => chmodSync(join(context, "blub"), 0o755));
    await changes(() => unlinkSync(join(context, "blub")));
  });

  it("tells where one file ends and the next begins", async () => {
    write("a", "xy");
    write("b", "z");
    await changes(() => {
      write("a", "x");
      write("b", "yz");
    });
  });

  it("changes with the target of a symbolic link, not with what is there", async () => {
    writeFileSync(join(root, "outside"), "1");
    await changes(() => symlinkSync("../outside", join(context, "link")));
    await changesNothing(() => writeFileSync(join(root, "outside"), "2"));
    await changes(() => {
      unlinkSync(join(context, "link"));
      symlinkSync("package.json", join(context, "link"));
    });
  });

  it("leaves out what .dockerignore says, and takes in its exceptions", async () => {
    write(".dockerignore", "# dependencies\nnode_modules\n**/*.log\nsecrets/*\n!secrets/public.pem\n");
    await changesNothing(() => write("node_modules/left-pad/index.js", "pad();\n"));
    await changesNothing(() => write("src/routes/debug.log", "...\n"));
    await changesNothing(() => write("secrets/private.pem", "x\n"));
    await changes(() => write("secrets/public.pem", "x\n"));
    await changes(() => write("src/node_modules.js", "x\n"));
  });

  it("changes when another rule lets other files through", async () => {
    write(".dockerignore", "*.md\n");
    write("README.md", "hello\n");
    await changes(() => write(".dockerignore", "*.txt\n"));
  });

  it("holds the Dockerfile even when it is ignored, and prefers the rules beside it", async () => {
    write(".dockerignore", "Dockerfile\n.dockerignore\npackage.json\n");
    await changes(() => write("Dockerfile", "FROM scratch\nLABEL a=b\n"));
    await changesNothing(() => write("package.json", "{ }\n"));
    await changes(() => write("Dockerfile.dockerignore", "src\n"));
    await changes(() => write("package.json", "{  }\n"));
    await changesNothing(() => write("src/server.js", "other();\n"));
  });

  it("holds a Dockerfile outside of the context", async () => {
    const outside = join(root, "Dockerfile.service");
    writeFileSync(outside, "FROM scratch\n");
    const before = await contextDigest(context, outside);
    writeFileSync(outside, "FROM scratch\nUSER 1\n");
    assert.notEqual(await contextDigest(context, outside), before);
  });
});
