import { useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { alsoKnow, call, newRequestKey } from '../../client/client.ts';
import { areaNames } from '../../client/area-names.gen.ts';
import { feedbackRoutes } from '../../client/feedback-routes.gen.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { momentText } from '../../format/dates.ts';
import { feedPath } from '../../format/feedback-addresses.ts';
import { newsText } from '../../messages/news.ts';
import type { Categories } from './filter-form.tsx';

alsoKnow(feedbackRoutes);

type FollowFormProps = { readonly categories: Categories; readonly first?: { readonly area: string; readonly category: string } };

/** A place, a kind, an address; nothing else is asked. The feed of the same place stands beside it. */
export const FollowForm = ({ categories, first = { area: '', category: '' } }: FollowFormProps) => {
  const language = useLanguage();
  const t = newsText(language);
  const [wish, setWish] = useState({ ...first, email: '' });
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<string>();
  const sent = useRef({ of: '', key: '' });
  const set = (change: Partial<typeof wish>): void => { setWish({ ...wish, ...change }); setMissing(undefined); setProblem(undefined); };
  const areas = areaNames.map(([value, vi, en]) => ({ value, label: language === 'vi' ? vi : en }));
  const place = areas.find(({ value }) => value === wish.area)?.label ?? t('anyArea');
  const send = async (): Promise<void> => {
    const email = wish.email.trim();
    if (!/^\S+@\S+\.\S+$/.test(email)) { setMissing(t('emailMissing')); document.getElementById('thu')?.focus(); return; }
    const body = { email, ...(wish.area === '' ? {} : { area: wish.area }), ...(wish.category === '' ? {} : { category: wish.category }) };
    const of = JSON.stringify(body);
    // the same wish again keeps its key: a lost answer brings no second mail
    if (sent.current.of !== of) sent.current = { of, key: newRequestKey() };
    setBusy(true);
    const answer = await call('followArea', { body, key: sent.current.key });
    setBusy(false);
    if (answer.ok) { setAsked(email); return; }
    const field = answer.problem.errors?.find(({ pointer }) => pointer === '/body/email');
    if (field === undefined) setProblem(answer.problem); else setMissing(language === 'vi' ? field.vi : field.en);
  };
  if (asked !== undefined) return <><Notice kind="ok" title={t('asked')} live><p>{t('askedText', { email: asked })}</p></Notice><Button kind="secondary" onClick={() => { setAsked(undefined); sent.current = { of: '', key: '' }; }}>{t('another')}</Button></>;
  return (
    <form class="follow-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!busy) void send(); }}>
      {problem !== undefined && <><ProblemNotice problem={problem} title={t('title')} />{problem.retryAt !== undefined && <p class="small">{momentText(problem.retryAt, language)}</p>}</>}
      <SelectField id="tin-dia-ban" label={t('area')} value={wish.area} onValue={(area) => { set({ area }); }} placeholder={t('anyArea')} options={areas} />
      <SelectField id="tin-loai" label={t('category')} value={wish.category} onValue={(category) => { set({ category }); }} placeholder={t('anyCategory')} options={categories.filter(({ retired }) => !retired).map(({ code, name }) => ({ value: code, label: name[language] }))} />
      <TextField id="thu" label={t('email')} hint={t('emailHint')} error={missing} value={wish.email} onValue={(email) => { set({ email }); }} attributes={{ type: 'email', inputMode: 'email', autocomplete: 'email', maxLength: 254 }} />
      <p><Button type="submit" disabled={busy}>{t(busy ? 'sending' : 'ask')}</Button></p>
      <p class="small">{t('feed')} <a href={feedPath(wish.area)} type="application/rss+xml">{t('feedOf', { place })}</a></p>
    </form>
  );
};
