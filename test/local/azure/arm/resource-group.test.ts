import assert from "node:assert/strict";
import { LocalArm, location, refused } from "./local-arm.ts";

const token = "azure-native:resources:ResourceGroup";

describe("resource groups of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
  });
  afterEach(() => {
    local.close();
  });

  it("are created and read back, also after a restart", async () => {
    const created = await local.put(
      token,
      { resourceGroupName: "Platform" },
      { location: "West Europe", tags: { a: "b" } },
    );
    assert.match(created.id, /^\/subscriptions\/[^/]+\/resourceGroups\/Platform$/);
    assert.deepEqual(created.outputs, {
      location,
      tags: { a: "b" },
      name: "Platform",
      type: "Microsoft.Resources/resourceGroups",
      properties: { provisioningState: "Succeeded" },
      azureApiVersion: "2024-03-01",
    });
    local.arm.close();
    await local.reopen();
    assert.deepEqual(await local.get(token, { resourceGroupName: "PLATFORM" }), created);
  });

  it("are refused where they cannot be", async () => {
    const error = await refused(local.put(token, { resourceGroupName: "rg" }, { location: "atlantis" }));
    assert.equal(error.status, 400);
    assert.equal(error.code, "LocationNotAvailableForResourceGroup");
    assert.match(error.detail, /^The provided location 'atlantis' is not available for resource group\./);
    assert.equal(
      (await refused(local.get(token, { resourceGroupName: "rg" }))).code,
      "ResourceGroupNotFound",
    );
  });

  it("do not move", async () => {
    await local.group();
    const error = await refused(local.put(token, { resourceGroupName: "rg" }, { location: "northeurope" }));
    assert.equal(error.code, "InvalidResourceGroupLocation");
    assert.equal(
      error.detail,
      "Invalid resource group location 'northeurope'. The Resource group already exists in location 'westeurope'.",
    );
  });

  it("answer 404 for a delete of what is not there", async () => {
    const error = await refused(local.delete(token, { resourceGroupName: "rg" }));
    assert.equal(error.status, 404);
    assert.equal(error.detail, "Resource group 'rg' could not be found.");
  });
});
