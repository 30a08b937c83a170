import { useEffect, useState } from 'preact/hooks';
import type { RegisterRow } from '../../shared/contracts/form-routes.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { registerCells, registerColumns } from '../../shared/contracts/register-table.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { csvText } from './csv.ts';
import { DeskProblem } from './desk-problem.tsx';
import { at, FormFrame, useFormTexts } from './form-frame.tsx';
import { RegisterFiles } from './register-files.tsx';

type Form = { readonly form: string; readonly title: string; readonly regulation: string };
type State = { readonly month: string; readonly form?: Form; readonly rows: readonly RegisterRow[]; readonly done: boolean; readonly problem?: ProblemBody };

/** The twelve months up to now, newest first. */
const lastMonths = (today: string): string[] => Array.from({ length: 12 }, (_, back) => {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
});

/** Reads a month page by page and shows each as it comes; another month ends the reading. */
const useRegister = (agency: string, month: string, attempt: number): State => {
  const [state, setState] = useState<State>({ month, rows: [], done: false });
  useEffect(() => {
    const reading = new AbortController();
    void (async () => {
      setState({ month, rows: [], done: false });
      let cursor: string | undefined;
      do {
        const answer = await call('getRegister', { params: { agencyCode: agency, month }, query: cursor === undefined ? {} : { cursor }, signal: reading.signal });
        if (reading.signal.aborted) return;
        if (!answer.ok) { const { problem } = answer; setState((before) => ({ ...before, problem })); return; }
        const { items, cursor: next, ...form } = answer.body;
        cursor = next;
        setState((before) => ({ month, form, rows: [...before.rows, ...items], done: next === undefined }));
      } while (cursor !== undefined);
    })();
    return () => { reading.abort(); };
  }, [agency, month, attempt]);
  return state;
};

/** The register of what the agency received in a month: on the screen, on paper, and as a table for a spreadsheet. */
export const RegisterDialog = ({ agency, onClose }: { readonly agency: string; readonly onClose: () => void }) => {
  const t = useFormTexts();
  const language = useLanguage();
  const months = lastMonths(localDate(new Date()));
  const [month, setMonth] = useState(months[0] ?? '');
  const [attempt, setAttempt] = useState(0);
  const { form, rows, done, problem } = useRegister(agency, month, attempt);
  const cells = (row: RegisterRow, index: number): string[] => registerCells(row, index, { language, time: (instant) => at(instant, language) });
  const labels = registerColumns.map(({ label }) => label[language]);
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csvText([labels, ...rows.map(cells)])], { type: 'text/csv;charset=utf-8' }));
    link.download = `so-theo-doi-${agency}-${month}.csv`;
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); }, 10_000);
  };
  return (
    <FormFrame title={t('register')} form={form} onClose={onClose} tools={<>
      <label class="form-month">{t('month')} <select value={month} onChange={(event) => { setMonth(event.currentTarget.value); }}>{months.map((each) => <option key={each} value={each}>{each.slice(5)}/{each.slice(0, 4)}</option>)}</select></label>
      <RegisterFiles agency={agency} month={month} />
      <Button kind="secondary" disabled={!done || rows.length === 0} onClick={save}>{t('csv')}</Button>
    </>}>
      <p class="small" role="status">{done ? rows.length === 0 ? t('empty') : t('count', { count: rows.length }) : problem === undefined ? t('loading', { count: rows.length }) : ''}</p>
      {problem !== undefined && <DeskProblem problem={problem} onRetry={() => { setAttempt(attempt + 1); }} />}
      {rows.length > 0 && (
        <div class="form-scroll" tabIndex={0} role="region" aria-label={t('register')}>
          <table class="form-table">
            <thead><tr>{labels.map((label) => <th key={label} scope="col">{label}</th>)}</tr></thead>
            <tbody>{rows.map((row, index) => <tr key={row.dossierId}>{cells(row, index).map((text, column) => <td key={labels[column]}>{text}</td>)}</tr>)}</tbody>
          </table>
        </div>
      )}
    </FormFrame>
  );
};
