/** Names of images, as the distribution project's reference grammar has them (https://pkg.go.dev/github.com/distribution/reference). */

/** The parts of a fully qualified name. */
export interface ImageReference {
  /** Host, with a port when it has one. */
  readonly registry: string;
  /** Registry and path, without tag and digest: what a digest is appended to. */
  readonly repository: string;
}

const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const grammar = new RegExp(
  `^(?<repository>(?<registry>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?)/${component}(?:/${component})*)` +
    `(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);

/**
 * Reads a name that says its registry: `registry.example.com/team/idea:1.2`. `undefined` when it is no valid name, or has no registry: Docker would
 * take `team/idea` for a repository of Docker Hub.
 */
export function parseImageReference(name: string): ImageReference | undefined {
  const { registry, repository } = grammar.exec(name)?.groups ?? {};
  if (registry === undefined || repository === undefined) {
    return undefined;
  }
  // Docker's own rule for telling a host from the first part of a path.
  return /[.:]/.test(registry) || registry === "localhost" ? { registry, repository } : undefined;
}
