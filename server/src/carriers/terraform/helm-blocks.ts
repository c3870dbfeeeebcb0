import type { Block, Body } from './hcl/node.ts';

/** What the blocks that take a chart and its values are called. */
export const helmBlockHints: readonly string[] = ['helm_release', 'helm_template'];

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

/** Functions that make one text of an object: what they write is YAML, as JSON is. */
export const encodingFunctions: ReadonlySet<string> = new Set(['yamlencode', 'jsonencode']);
