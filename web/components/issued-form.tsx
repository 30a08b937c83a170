import type { IssuedForm as Content } from '../../shared/contracts/form-routes.ts';
import { formWords } from '../../shared/contracts/form-words.ts';
import { spelledDay } from '../../shared/kernel/spelled-time.ts';
import { QrCode } from './qr-code.tsx';

const Head = ({ agency, issuedAt, number, form }: Content) => (
  <>
    <div class="issued-head">
      <p><strong>{agency.toLocaleUpperCase('vi')}</strong><br />{formWords.desk}</p>
      <p><strong>{formWords.country}</strong><br /><strong>{formWords.motto}</strong></p>
    </div>
    <p class="issued-right">{formWords.placed(spelledDay(new Date(issuedAt)))}</p>
    {number !== undefined && <p>{formWords.number(number)}</p>}
    <p class="issued-right small">{form.number} ({form.regulation})</p>
    <h3 class="issued-title">{form.title}</h3>
  </>
);

const Table = ({ title, columns, rows }: NonNullable<Content['table']>) => (
  <>
    <p><strong>{title}</strong></p>
    <div class="issued-scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="issued-table">
        <thead><tr>{columns.map(({ label }) => <th key={label} scope="col">{label}</th>)}</tr></thead>
        <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, at) => (at === 1 ? <th key={at} scope="row">{cell}</th> : <td key={at}>{cell}</td>))}</tr>)}</tbody>
      </table>
    </div>
  </>
);

const Signature = ({ role, name }: Content['signatures'][number]) => <p class="issued-signature"><strong>{role}</strong><br /><span class="small">{formWords.signHere}</span><span class="issued-name">{name}</span></p>;

const Foot = ({ signatures: [left, right], recipients, link, trackingCode }: Content) => (
  <>
    <div class="issued-signatures">
      {recipients === undefined ? <Signature {...left} /> : <div class="small"><strong>{formWords.recipients}</strong><ul>{recipients.map((name) => <li key={name}>- {name}</li>)}</ul></div>}
      <Signature {...right} />
    </div>
    <div class="issued-foot small">
      <QrCode text={link} label={formWords.qr(trackingCode)} size={112} />
      <p>{formWords.code(trackingCode)}<br /><a href={link}>{link}</a></p>
    </div>
  </>
);

/** An issued form as its paper says it, in the words that were kept when it was issued. Forms are Vietnamese whoever reads them. */
export const IssuedForm = ({ content }: { readonly content: Content }) => {
  const { lines, papers, papersTitle = formWords.papers, table, closing } = content;
  return (
    <article class="issued" lang="vi">
      <Head {...content} />
      <dl class="issued-lines">{lines.map(({ label, value }) => <div key={label}><dt>{label}:</dt> <dd>{value}</dd></div>)}</dl>
      {papers.length > 0 && <><p><strong>{papersTitle}</strong></p><ol>{papers.map((paper, index) => <li key={index}>{paper}</li>)}</ol></>}
      {table !== undefined && <Table {...table} />}
      <p>{closing}</p>
      <Foot {...content} />
    </article>
  );
};
