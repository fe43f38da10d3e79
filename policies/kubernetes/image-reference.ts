/** A container image's name, taken apart: `registry/repository:tag@digest`. */
export interface ImageReference {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Takes an image's name apart. A port in the registry's name is not a tag. */
export function parseImageReference(image: string): ImageReference {
  const [name = "", digest] = image.trim().split("@", 2);
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  return {
    repository: colon === -1 ? name : name.slice(0, colon),
    ...(colon === -1 ? {} : { tag: name.slice(colon + 1) }),
    ...(digest === undefined ? {} : { digest }),
  };
}
