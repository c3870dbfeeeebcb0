/** Labels and annotations of an object or a pod. */
export interface Marks {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A Namespace. */
export function namespace(name: string, marks: Marks): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n${marksText(marks, '  ')}`;
}

/** A Deployment whose pods carry these marks; without a namespace, as a kustomization wants it. */
export function deployment(
  name: string,
  inNamespace: string | undefined,
  podMarks: Marks,
  podSpec: Readonly<Record<string, unknown>> = {},
): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${inNamespace === undefined ? '' : `\n  namespace: ${inNamespace}`}
spec:
  template:
    metadata:
      name: ${name}
${marksText(podMarks, '      ')}    spec: ${JSON.stringify(podSpec)}
`;
}

/** A Service. */
export function service(name: string, inNamespace: string, spec: Readonly<Record<string, unknown>>): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: ${inNamespace}\nspec: ${JSON.stringify(spec)}\n`;
}

function marksText({ labels = {}, annotations = {} }: Marks, indent: string): string {
  const field = (name: string, values: Readonly<Record<string, string>>): string => {
    const lines = Object.entries(values).map(([key, value]) => `${indent}  ${key}: "${value}"\n`);
    return lines.length === 0 ? '' : `${indent}${name}:\n${lines.join('')}`;
  };
  return field('labels', labels) + field('annotations', annotations);
}
