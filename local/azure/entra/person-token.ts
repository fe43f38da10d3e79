import { secretFile } from "../arm/instance-key.ts";

/**
 * The local directory's only access token: the one of the person who works at this checkout. API servers of local clusters accept it.
 * It is drawn at random when it is first needed and lies in a file that only its owner may read.
 *
 * @param stateDirectory - such as `.local/azure`
 */
export function personToken(stateDirectory: string): string {
  return secretFile(stateDirectory, "person-token");
}
