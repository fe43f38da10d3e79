import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A program called `go` that answers as Go does, builds scripts that say their version, and keeps a record: so that tests see what the
 * toolchain asks for, and can make a build slow or fail. The real builds are what the integration tests run on.
 */
export class FakeGo {
  readonly #folder: string;

  constructor(folder: string, release = "1.99.0") {
    this.#folder = folder;
    mkdirSync(this.bin, { recursive: true });
    const program = path.join(this.bin, "go");
    writeFileSync(
      program,
      `#!/bin/sh
case "$1" in
  env) printf 'go${release}\\nlocal\\n' ;;
  list) printf 'one/package\\nother/package\\n' ;;
  build)
    echo "$PWD $*" >> '${this.#record}'
    [ -e '${this.#failure}' ] && { echo "package x: no luck" >&2; exit 1; }
    while [ "$1" != "-o" ]; do shift; done
    target="$2"
    echo one/package >&2
    case "$target" in */) files="$target/pulumi $target/pulumi-language-nodejs" ;; *) files="$target" ;; esac
    for file in $files; do printf '#!/bin/sh\\n' > "$file"; done
    while [ -e '${this.#pause}' ]; do sleep 0.05; done
    for file in $files; do echo 'echo complete' >> "$file"; chmod +x "$file"; done
    echo other/package >&2 ;;
  *) echo "go: unexpected $*" >&2; exit 2 ;;
esac
`,
    );
    chmodSync(program, 0o755);
  }

  /** The folder to put on PATH. */
  get bin(): string {
    return path.join(this.#folder, "fake-go");
  }

  /** Command lines of the builds so far, each after its working directory. */
  get builds(): string[] {
    return existsSync(this.#record) ? readFileSync(this.#record, "utf8").trimEnd().split("\n") : [];
  }

  /** Makes builds stop half-way while there is such a file. */
  get pauseFile(): string {
    return this.#pause;
  }

  /** Makes the builds from now on fail. */
  failBuilds(): void {
    writeFileSync(this.#failure, "");
  }

  get #record(): string {
    return path.join(this.#folder, "builds.log");
  }

  get #failure(): string {
    return path.join(this.#folder, "fail");
  }

  get #pause(): string {
    return path.join(this.#folder, "pause");
  }
}
