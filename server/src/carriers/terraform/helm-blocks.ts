import { attributeOf, plainText, type Block, type Body } from './hcl/node.ts';

/** What the blocks that take a chart and its values are called. */
export const helmBlockHints: readonly string[] = ['helm_release', 'helm_template'];

/** What else stands in files with `clusterModulesIn`. */
export const clusterModuleHints: readonly string[] = ['cilium_values', 'cilium_merge_values'];

/**
 * The blocks of Terraform's Helm provider that take a chart and its values, with the same arguments: `resource "helm_release"`
 * installs it, `data "helm_template"` renders manifests that another resource hands on, such as a machine of Talos
 * (https://registry.terraform.io/providers/hashicorp/helm/latest/docs/data-sources/template).
 */
export function helmBlocksIn({ blocks }: Body): readonly Block[] {
  return blocks.filter(
    ({ type, labels }) =>
      (type === 'resource' && labels[0] === 'helm_release') ||
      (type === 'data' && labels[0] === 'helm_template'),
  );
}

/**
 * Calls of modules that make a cluster with Cilium and take values for its chart in the place of their own
 * (`cilium_values`): kube-hetzner, which also lays `cilium_merge_values` over them, and hcloud-talos
 * (https://github.com/kube-hetzner/terraform-hcloud-kube-hetzner, https://github.com/hcloud-talos/terraform-hcloud-talos).
 */
export function clusterModulesIn({ blocks }: Body): readonly Block[] {
  return blocks.filter(
    ({ type, body }) =>
      type === 'module' && /kube-hetzner|hcloud-talos/.test(plainText(attributeOf(body, 'source')) ?? ''),
  );
}

/** Functions that make one text of an object: what they write is YAML, as JSON is. */
export const encodingFunctions: ReadonlySet<string> = new Set(['yamlencode', 'jsonencode']);
