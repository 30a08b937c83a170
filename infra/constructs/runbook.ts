/** The link that ends every alarm's text. `heading` is the anchor of a heading in docs/runbook.md; a test checks that it exists. */
export const runbook = (heading: string): string => `Runbook: docs/runbook.md#${heading}`;
