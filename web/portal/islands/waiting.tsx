import { useEffect, useState } from 'preact/hooks';
import type { WaitingBoard } from '../../../shared/contracts/ticket.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { readPublic } from '../../client/read-public.ts';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { timeText } from '../../format/dates.ts';
import { hallText } from '../../messages/hall.ts';
import { drawOver } from './start.ts';

const EVERY_MS = 5_000;
const language = pageLanguage();
const t = hallText(language);
const threeDigits = (number: number): string => String(number).padStart(3, '0');

/** Numbers and counters, large; what was read stays when the connection goes, and says from when it is. */
const Hall = ({ agency }: { readonly agency: string }) => {
  const [board, setBoard] = useState<WaitingBoard>();
  const [problem, setProblem] = useState<ProblemBody>();
  useEffect(() => {
    const read = async (): Promise<void> => {
      const answer = await readPublic('getWaitingBoard', `/agencies/${encodeURIComponent(agency)}/waiting`);
      if (answer.ok) { setBoard(answer.body); setProblem(undefined); } else setProblem(answer.problem);
    };
    void read();
    const timer = setInterval(() => { void read(); }, EVERY_MS);
    return () => { clearInterval(timer); };
  }, [agency]);
  if (board === undefined) return <><h1>{t('title')}</h1>{problem === undefined ? <Skeleton lines={6} /> : <ProblemNotice problem={problem} />}</>;
  return (
    <>
      <div class="hall-head"><h1>{board.agency.name}</h1><p class="hall-time">{timeText(board.at)}</p></div>
      <ul class="hall-called" aria-live="polite">
        {board.called.length === 0 && <li class="hall-none">{t('none')}</li>}
        {board.called.map(({ number, counter }) => <li key={number}><span class="visually-hidden">{t('number')} </span><strong>{threeDigits(number)}</strong><span>{counter}</span></li>)}
      </ul>
      <div class="hall-foot">
        {board.next.length > 0 && <p class="hall-next">{t('next')}: {board.next.map(threeDigits).join('  ')}</p>}
        <p class="hall-wait">{t('waiting', { count: board.waiting })}{board.waiting > 0 && `, ${t('wait', { minutes: board.waitMinutes })}`}</p>
        {problem !== undefined && <p class="hall-stale" role="status">{t('stale', { time: timeText(board.at) })}</p>}
      </div>
    </>
  );
};

const agency = new URLSearchParams(location.search).get('co-quan') ?? '';
drawOver('man-hinh-cho', <LanguageContext.Provider value={language}>{agency === '' ? <><h1>{t('title')}</h1><p class="hall-wait">{t('choose')}</p></> : <Hall agency={agency} />}</LanguageContext.Provider>);
