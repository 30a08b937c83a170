import type { ComponentChildren } from 'preact';

export type Column<Row> = { readonly id: string; readonly label: string; readonly numeric?: boolean; readonly cell: (row: Row) => ComponentChildren };
type TableProps<Row> = { readonly caption: string; readonly captionHidden?: boolean; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly rowKey: (row: Row) => string; readonly compact?: boolean };

/** A table with its caption; the first column names the row. On a phone each row becomes a block with its labels. */
export const Table = <Row,>({ caption, captionHidden = false, columns, rows, rowKey, compact = false }: TableProps<Row>) => (
  <table class={`table${compact ? ' table-compact' : ' table-stacks'}`}>
    <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
    <thead><tr>{columns.map((column) => <th key={column.id} scope="col" class={column.numeric === true ? 'numeric' : undefined}>{column.label}</th>)}</tr></thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)}>
          {columns.map((column, index) => index === 0
            ? <th key={column.id} scope="row" data-label={column.label}>{column.cell(row)}</th>
            : <td key={column.id} data-label={column.label} class={column.numeric === true ? 'numeric' : undefined}>{column.cell(row)}</td>)}
        </tr>
      ))}
    </tbody>
  </table>
);
