import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FeedbackRow } from '../../../shared/contracts/feedback-shapes.ts';
import { Tag } from '../../components/tag.tsx';
import { End, When } from '../dossier-list.tsx';
import { follow } from '../follow.ts';
import { writeFeedbackAddress } from './address.ts';
import type { FeedbackAddress } from './address.ts';
import { useCategoryName } from './reference.ts';
import { namelessIn, nameOf, useStaff } from './staff.ts';
import { StateTag } from './state-tag.tsx';
import { useFeedbackTexts } from './texts.ts';

type ListProps = {
  readonly rows: readonly FeedbackRow[]; readonly address: FeedbackAddress; readonly now: Date;
  readonly cursor: string | undefined; readonly onCursor: (feedbackId: string) => void; readonly onOpen: (feedbackId: string) => void;
  readonly more: (() => void) | undefined;
};

/** What it is thought to be about, and by whom. */
const Kind = ({ row }: { readonly row: FeedbackRow }) => {
  const t = useFeedbackTexts();
  const categoryName = useCategoryName();
  if (row.category !== undefined) return <>{categoryName(row.category)}</>;
  return <>{row.suggested === undefined ? t('noCategory') : t('perhaps', { name: categoryName(row.suggested) })}</>;
};

/** Reports, most urgent first: what was written, what it is about, until when. */
export const ReportList = ({ rows, address, now, cursor, onCursor, onOpen, more }: ListProps) => {
  const t = useFeedbackTexts();
  const list = useRef<HTMLUListElement>(null);
  const staff = useStaff(namelessIn(rows));
  useLayoutEffect(() => {
    if (cursor !== undefined) list.current?.querySelector<HTMLElement>(`[data-report="${CSS.escape(cursor)}"]`)?.focus();
  }, [cursor]);
  return (
    <ul class="rows report-rows" ref={list} aria-label={t('list')}>
      {rows.map((row) => (
        <li key={row.feedbackId}>
          <a class="row" data-report={row.feedbackId} href={`${location.pathname}${writeFeedbackAddress({ ...address, report: row.feedbackId })}`} aria-current={row.feedbackId === address.report ? 'true' : undefined}
            onFocus={() => { onCursor(row.feedbackId); }} onClick={follow(() => { onOpen(row.feedbackId); })}>
            <span class="row-name">{row.urgency === 'emergency' && <Tag tone="danger">{t('emergency')}</Tag>} {row.excerpt === '' ? t('noWords', { count: row.media }) : row.excerpt}</span>
            <When row={{ submittedAt: row.reportedAt, ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }) }} now={now} />
            <span class="report-line small"><StateTag state={row.state} /> <Kind row={row} />{row.agency !== undefined && ` · ${row.agency.name}`}{row.officer !== undefined && ` · ${nameOf(row.officer, staff) ?? t('nameless')}`}{row.voices > 0 && ` · ${t('voices', { count: row.voices })}`}{row.media > 0 && ` · ${t('photos', { count: row.media })}`}{row.card !== undefined && ` · ${t(row.card === 'red' ? 'cardRed' : 'cardYellow')}`}</span>
          </a>
        </li>
      ))}
      {more !== undefined && <End more={more} />}
    </ul>
  );
};
