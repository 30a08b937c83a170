import type { ComponentChildren } from 'preact';

export type Fact = { readonly label: string; readonly value: ComponentChildren };

/** Labels and values, as dense as paper. Empty values are left out. */
export const Facts = ({ facts }: { readonly facts: readonly (Fact | undefined)[] }) => (
  <dl class="facts">
    {facts.map((fact, index) => fact === undefined || fact.value === undefined || fact.value === '' ? null : (
      <div key={`${fact.label}-${index}`}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>
    ))}
  </dl>
);
