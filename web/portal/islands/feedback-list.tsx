import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { readPublic } from '../../client/read-public.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { registerText } from '../../messages/register.ts';
import { FilterForm } from '../register/filter-form.tsx';
import { FollowDoor } from '../register/follow-door.tsx';
import { type Filters, queryOf } from '../register/filters.ts';
import { type Line, ReportLine } from '../register/report-line.tsx';
import { useCategoryNames, useFilters } from '../register/use-filters.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = registerText(language);

const List = () => {
  const [filters, setFilters] = useFilters();
  const categories = useCategoryNames();
  const [lines, setLines] = useState<readonly Line[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ProblemBody>();
  const newest = useRef<Filters>(filters);
  const read = async (after?: string): Promise<void> => {
    setProblem(undefined);
    const answer = await readPublic('listFeedback', `/feedback${queryOf(filters, after)}`);
    // an answer to an older filter is not shown
    if (newest.current !== filters) return;
    if (!answer.ok) { setProblem(answer.problem); return; }
    setLines((before) => [...(after === undefined ? [] : before ?? []), ...answer.body.items]);
    setCursor(answer.body.cursor);
  };
  useEffect(() => {
    newest.current = filters;
    setLines(undefined);
    setCursor(undefined);
    void read();
  }, [filters]);
  return (
    <>
      <FilterForm filters={filters} categories={categories} days onFilters={setFilters} />
      <FollowDoor filters={filters} categories={categories} />
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => { void read(cursor); }} />}
      {lines === undefined ? problem === undefined && <Skeleton lines={8} />
        : lines.length === 0 && cursor === undefined ? <Notice title={t('none')} live><p>{t('noneText')}</p></Notice>
        : <ul class="report-lines">{lines.map((line) => <ReportLine key={line.trackingCode} line={line} categories={categories} />)}</ul>}
      {cursor !== undefined && <p><Button kind="secondary" onClick={() => { void read(cursor); }}>{t('more')}</Button></p>}
    </>
  );
};

start();
drawOver('danh-sach-phan-anh', <LanguageContext.Provider value={language}><List /></LanguageContext.Provider>);
