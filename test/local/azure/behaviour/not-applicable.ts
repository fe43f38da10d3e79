/** The facts that the local Azure has nothing to show for, each with the reason; every other one is executed. The keys are `area | name`. */
const noHttp =
  "the local Azure has no HTTP between provider and services: the provider gets an ArmError, not an answer to take apart";
const unsupported = (type: string): string => `${type} is not supported`;
const version2 = "is about version 2 of the provider; this one is version 3";

export const notApplicable: Readonly<Record<string, string>> = {
  "check-defaults | v2 does not add azureApiVersion to the inputs": version2,
  "check-validation | order of failures is not defined":
    "says how the other facts of the area are to be compared, and they are",

  "force-new | azure-native:automation:JobSchedule": unsupported("automation:JobSchedule"),
  "force-new | azure-native:cdn:Profile": unsupported("cdn:Profile"),
  "force-new | azure-native:cosmosdb:SqlResourceSqlRoleAssignment": unsupported(
    "cosmosdb:SqlResourceSqlRoleAssignment",
  ),
  "force-new | azure-native:servicebus:Topic": unsupported("servicebus:Topic"),
  "force-new | azure-native:servicebus:Queue": unsupported("servicebus:Queue"),
  "force-new | azure-native:web:WebApp": unsupported("web:WebApp"),
  "force-new | azure-native:servicebus:Namespace zoneRedundant": unsupported("servicebus:Namespace"),

  "e2e | Databricks computeMode: Azure fills Hybrid when omitted; Hybrid to Serverless replaces":
    unsupported("databricks:Workspace"),
  "e2e | web app backup configuration keeps its own id": unsupported("web:WebAppBackupConfiguration"),
  "e2e | upgrade from 2.76/2.90 to 3.x plans no replacement and no delete":
    "the recordings are of the real provider's tests and are not here; what they rest on, a state without azureApiVersion, is executed in area diff-rules",

  "error-format | body is not JSON": noHttp,
  "error-format | nested details are added":
    "the layout was not seen, and the local Azure's errors have no nested details",
  "error-format | an AKS refusal as shown in August 2024":
    "superseded: 'body without an error envelope' says how a present provider shows it",
  "error-format | 2xx with an error body": noHttp,
  "error-format | body with capitalised keys (App Service)": unsupported("web"),

  "http-status | POST": noHttp,
  "http-status | GET": noHttp,
  "http-status | PUT, PATCH": noHttp,
  "http-status | polling interval":
    "the local Azure has no polling: an operation ends when the simulated clock says so",

  "import-inputs | containers are flattened":
    "the local Azure's answers have the SDK's flattened shape from the start",

  "custom | role assignment read across tenants: bad delegated identity id":
    "the local Azure has one tenant: nothing is read across tenants",
};
