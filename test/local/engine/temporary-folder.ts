import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder for each test of the describe block this is called in; removed after it. */
export function temporaryFolder(): () => string {
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "engine-test-")));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
