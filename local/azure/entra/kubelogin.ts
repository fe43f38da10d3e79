/**
 * Stands in for kubelogin (https://azure.github.io/kubelogin) at the local Azure: `get-token` prints the credential that kubectl asks for,
 * whatever way of signing in its flags name.
 */
import { execCredential, KubeloginError } from "./exec-credential.ts";

try {
  process.stdout.write(
    `${JSON.stringify(execCredential(process.argv.slice(2), process.env["KUBERNETES_EXEC_INFO"]))}\n`,
  );
} catch (error) {
  if (!(error instanceof KubeloginError)) throw error;
  process.stderr.write(`kubelogin (local Azure): ${error.message}\n`);
  process.exitCode = 1;
}
