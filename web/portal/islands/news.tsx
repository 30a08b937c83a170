import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { newsText } from '../../messages/news.ts';
import { FollowForm } from '../register/follow-form.tsx';
import { areaName } from '../register/report-line.tsx';
import { filtersIn } from '../register/filters.ts';
import { type MailLink, mailLinkIn } from '../register/mail-link.ts';
import { useCategoryNames } from '../register/use-filters.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = newsText(language);

/** What a link of a mail asks for happens at the press of a button: programs that look into mails open links too. */
const Linked = ({ link: { act, subscriptionId, key }, onLeave }: { readonly link: MailLink; readonly onLeave: () => void }) => {
  const categories = useCategoryNames();
  const [problem, setProblem] = useState<ProblemBody>();
  const [done, setDone] = useState<string>();
  const [busy, setBusy] = useState(false);
  const params = { subscriptionId };
  const run = async (all?: boolean): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    if (all === undefined) {
      const answer = await call('confirmFollowing', { params, body: { key } });
      if (answer.ok) setDone(t('confirmedText', { what: [areaName(answer.body.area, language) ?? t('anyArea'), categories.find(({ code }) => code === answer.body.category)?.name[language]].filter((part) => part !== undefined).join(', ') }));
      else setProblem(answer.problem);
    } else {
      const answer = await call('endFollowing', { params, body: { key, all } });
      if (answer.ok) setDone(t(all ? 'endedAllText' : 'endedText')); else setProblem(answer.problem);
    }
    setBusy(false);
  };
  const confirms = act === 'confirm', gone = problem?.code === 'subscription-unknown';
  if (done !== undefined) return <><Notice kind="ok" title={t(confirms ? 'confirmed' : 'ended')} live><p>{done}</p></Notice><Button kind="secondary" onClick={onLeave}>{t(confirms ? 'another' : 'again')}</Button></>;
  return (
    <section class="panel" aria-labelledby="theo-lien-ket">
      <h2 class="panel-title" id="theo-lien-ket">{t(confirms ? 'confirmTitle' : 'endTitle')}</h2>
      {problem !== undefined && <ProblemNotice problem={problem} title={t('title')} />}
      {!gone && <p>{t(confirms ? 'confirmText' : 'endText')}</p>}
      <p class="button-row">
        {gone ? <Button kind="secondary" onClick={onLeave}>{t('again')}</Button> : confirms ? <Button disabled={busy} onClick={() => { void run(); }}>{t('confirm')}</Button>
          : <><Button disabled={busy} onClick={() => { void run(false); }}>{t('end')}</Button><Button kind="secondary" disabled={busy} onClick={() => { void run(true); }}>{t('endAll')}</Button></>}
      </p>
    </section>
  );
};

const News = () => {
  const categories = useCategoryNames();
  const [link, setLink] = useState(() => mailLinkIn(location.hash));
  const { area, category } = filtersIn(location.search);
  return link === undefined ? <FollowForm categories={categories} first={{ area, category }} /> : <Linked link={link} onLeave={() => { history.replaceState(null, '', location.pathname); setLink(undefined); }} />;
};

start();
drawOver('nhan-tin', <LanguageContext.Provider value={language}><News /></LanguageContext.Provider>);
