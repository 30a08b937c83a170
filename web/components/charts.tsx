import type { ComponentChildren } from 'preact';

/** One of the shades a series is drawn in; they differ in lightness too, so that they are told apart without colour. */
export type Shade = 'strong' | 'plain' | 'soft' | 'bad';
type Part = { readonly id: string; readonly label: string; readonly value: number; readonly text: string; readonly shade: Shade };

const percent = (value: number, most: number): string => `${most === 0 ? 0 : Math.round((value / most) * 1000) / 10}%`;

/** A figure with its point as caption, its source below, and the same numbers as a table behind a toggle. */
export const ChartFigure = ({ id, title, note, children, table, toggle }: {
  readonly id: string; readonly title: string; readonly note?: string; readonly children: ComponentChildren; readonly table: ComponentChildren; readonly toggle: string;
}) => (
  <section class="chart" aria-labelledby={`${id}-tieu-de`}>
    <h2 id={`${id}-tieu-de`}>{title}</h2>
    {children}
    {note !== undefined && <p class="small chart-note">{note}</p>}
    <details class="govuk-details chart-table"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{toggle}</span></summary>{table}</details>
  </section>
);

const Swatch = ({ shade }: { readonly shade: Shade }) => <svg class={`swatch fill-${shade}`} width="14" height="14" aria-hidden="true" focusable="false"><rect width="14" height="14" rx="2" /></svg>;

const Legend = ({ parts }: { readonly parts: readonly Part[] }) => (
  <ul class="legend">{parts.map((part) => <li key={part.id}><Swatch shade={part.shade} /><span>{part.label}</span> <strong>{part.text}</strong></li>)}</ul>
);

/** Bars from nought, each with its name before and its value behind it. */
export const Bars = ({ rows }: { readonly rows: readonly { readonly id: string; readonly label: string; readonly value: number; readonly text: string; readonly aside?: string; readonly shade?: Shade }[] }) => {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ol class="bars">
      {rows.map(({ id, label, value, text, aside, shade = 'plain' }) => (
        <li key={id}>
          <span class="bar-label">{label}</span>
          <svg class={`bar fill-${shade}`} width="100%" height="18" aria-hidden="true" focusable="false"><rect width={percent(value, most)} height="100%" rx="2" /></svg>
          <span class="bar-value"><strong>{text}</strong>{aside !== undefined && <span class="small"> {aside}</span>}</span>
        </li>
      ))}
    </ol>
  );
};

/** One bar cut into its parts. */
export const PartsBar = ({ parts }: { readonly parts: readonly Part[] }) => {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let at = 0;
  return (
    <>
      <svg class="parts" width="100%" height="28" aria-hidden="true" focusable="false">
        {whole === 0 && <rect class="fill-none" width="100%" height="100%" rx="2" />}
        {parts.map((part) => {
          const from = at;
          at += part.value;
          return <rect key={part.id} class={`fill-${part.shade}`} x={percent(from, whole)} width={percent(part.value, whole)} height="100%" />;
        })}
      </svg>
      <Legend parts={parts} />
    </>
  );
};

/** Parts of a whole as a ring, their names and values beside it; `centre` is the whole. */
export const Donut = ({ parts, centre, unit }: { readonly parts: readonly Part[]; readonly centre: string; readonly unit: string }) => {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let turned = 0;
  return (
    <div class="donut">
      <svg viewBox="0 0 42 42" width="176" height="176" aria-hidden="true" focusable="false">
        <circle class="ring" cx="21" cy="21" r="15.915" />
        {parts.map((part) => {
          const share = whole === 0 ? 0 : (part.value / whole) * 100;
          const offset = 25 - turned;
          turned += share;
          return share === 0 ? null : <circle key={part.id} class={`ring stroke-${part.shade}`} cx="21" cy="21" r="15.915" stroke-dasharray={`${share.toFixed(2)} ${(100 - share).toFixed(2)}`} stroke-dashoffset={offset.toFixed(2)} />;
        })}
        <text x="21" y="21.4" class="donut-centre">{centre}</text>
        <text x="21" y="26" class="donut-unit">{unit}</text>
      </svg>
      <Legend parts={parts} />
    </div>
  );
};

type Column = { readonly id: string; readonly label: string; readonly values: readonly { readonly id: string; readonly value: number; readonly text: string; readonly shade: Shade }[] };

/** Columns from nought side by side, the value above and the name below each; `most` is the top of the scale. */
export const Columns = ({ name, columns, series, most }: { readonly name: string; readonly columns: readonly Column[]; readonly series?: readonly { readonly id: string; readonly label: string; readonly shade: Shade }[]; readonly most?: number }) => {
  const top = most ?? Math.max(1, ...columns.flatMap(({ values }) => values.map(({ value }) => value)));
  return (
    <>
      {series !== undefined && <ul class="legend">{series.map(({ id, label, shade }) => <li key={id}><Swatch shade={shade} /><span>{label}</span></li>)}</ul>}
      <div class="columns-frame" role="region" aria-label={name} tabIndex={0}><ol class="columns">
        {columns.map(({ id, label, values }) => (
          <li key={id}>
            <span class="column-pair">
              {values.map((one) => (
                <span key={one.id} class="column">
                  <span class="column-text">{one.text}</span>
                  <svg class={`fill-${one.shade}`} width="100%" height="120" aria-hidden="true" focusable="false"><rect y={percent(top - one.value, top)} width="100%" height={percent(one.value, top)} rx="2" /></svg>
                </span>
              ))}
            </span>
            <span class="column-label">{label}</span>
          </li>
        ))}
      </ol></div>
    </>
  );
};
