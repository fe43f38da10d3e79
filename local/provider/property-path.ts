/** Paths of properties in Pulumi's notation: `a.b[0]["c.d"]`. */

/** The path of a property inside of another, in Pulumi's notation: `a.b`, or `a["b.c"]` where the key needs quotes. */
export function propertyPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === "" ? key : `${path}.${key}`;
}

/** The property of the resource that a path starts with. */
export function rootProperty(path: string): string {
  const quoted = /^\["((?:[^"\\]|\\.)*)"\]/.exec(path);
  if (quoted !== null) {
    return (quoted[1] ?? "").replace(/\\(.)/g, "$1");
  }
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}
