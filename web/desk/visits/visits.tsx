import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskDay } from '../../../shared/contracts/ticket.ts';
import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { Button } from '../../components/button.tsx';
import { DayChooser } from '../../components/day-chooser.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { bookingAddress, hallAddress } from '../../format/booking-address.ts';
import { shortDayText } from '../../format/dates.ts';
import { DeskProblem } from '../desk-problem.tsx';
import type { TaskProps } from '../tasks.tsx';
import { GiveNumber } from './give-number.tsx';
import { MyCounter } from './my-counter.tsx';
import { PlanForm } from './plan-form.tsx';
import { useVisitsText } from './texts.ts';
import { Unplaced } from './unplaced.tsx';
import { threeDigits, useDay, usePlan } from './use-day.ts';

/** Who waits, in the order of being called. */
const Waiting = ({ day }: { readonly day: DeskDay }) => {
  const t = useVisitsText();
  const waiting = day.tickets.filter(({ state }) => state === 'waiting');
  const missed = day.tickets.filter(({ state }) => state === 'missed');
  return (
    <section class="counter-part" aria-labelledby="dang-cho">
      <h2 id="dang-cho">{t('waiting', { count: waiting.length })}</h2>
      <p class="small">{waiting.length === 0 ? t('nobody') : t('waitNow', { minutes: day.waitMinutes })}</p>
      <ol class="visit-numbers">{waiting.map(({ number, booked }) => <li key={number} class={booked === undefined ? undefined : 'visit-booked'}><strong>{threeDigits(number)}</strong>{booked !== undefined && <span class="small"> {booked.time}</span>}</li>)}</ol>
      {missed.length > 0 && <p class="small">{t('missed')}: {missed.map(({ number }) => threeDigits(number)).join(', ')}</p>}
    </section>
  );
};

/** The half hours of a day, each as full as it is, with who comes. */
const Timeline = ({ day }: { readonly day: DeskDay }) => {
  const t = useVisitsText();
  const language = useLanguage();
  const times = [...new Set([...day.slots.map(({ time }) => time), ...day.bookings.map(({ time }) => time)])].toSorted((a, b) => (a < b ? -1 : 1));
  if (times.length === 0) return <p>{t('dayOff')}</p>;
  return (
    <ol class="visit-day">
      {times.map((time) => {
        const here = day.bookings.filter((booking) => booking.time === time && booking.state !== 'cancelled');
        const places = day.slots.find((slot) => slot.time === time)?.places ?? 0;
        return (
          <li key={time}>
            <span class="visit-time">{time}</span>
            <span class="visit-fill"><span class="visit-bar" aria-hidden="true"><span style={{ width: `${places === 0 ? 0 : Math.min(100, Math.round((here.length / places) * 100))}%` }} /></span><span class="small">{t('taken', { taken: here.length, places })}</span></span>
            {here.length > 0 && (
              <ul>
                {here.map(({ code, name, phone, matter, state, ticket }) => (
                  <li key={code} class={`visit-person visit-${state}`}>
                    <strong>{name}</strong>{matter !== undefined && <span>{matter[language]}</span>}{phone !== undefined && <a href={`tel:${phone}`}>{phone}</a>}
                    <span class="small">{ticket === undefined ? t('stateBooked') : t('stateArrived', { number: threeDigits(ticket) })} · <a href={`${bookingAddress}?ma=${code}`} target="_blank" rel="noopener">{code}</a></span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
};

/** Bookings and numbers of a desk: who comes when, who waits, whom I serve. */
const Visits = ({ agency, roles, onOpen, onBack }: TaskProps) => {
  const t = useVisitsText();
  const language = useLanguage();
  const today = localDate(new Date());
  const [asked, setAsked] = useState(today);
  const [planning, setPlanning] = useState(false);
  const { seen, problem, read } = useDay(agency, asked === today ? undefined : asked);
  const { view, setView, read: readPlan } = usePlan(agency);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { title.current?.focus(); }, [planning]);
  const leads = roles.includes('leader');
  if (planning) return <PlanForm agency={agency} view={view} onSaved={(next) => { setView(next); void read(); }} onChanged={readPlan} onBack={() => { setPlanning(false); }} />;
  const again = (): void => { void read(); };
  return (
    <div class="visits">
      <div class="counter-head">
        <h1 ref={title} tabIndex={-1}>{t('title')}</h1>
        <p class="button-row">
          {leads && <Button kind="secondary" onClick={() => { setPlanning(true); }}>{t('plan')}</Button>}
          <Button kind="quiet" href={`${hallAddress}?co-quan=${agency}`} target="_blank" rel="noopener">{t('hall')}</Button>
          <Button kind="quiet" onClick={onBack}>{t('back')}</Button>
        </p>
      </div>
      {problem !== undefined && <DeskProblem problem={problem} onRetry={again} />}
      {view !== undefined && view.unplaced.length > 0 && <Unplaced items={view.unplaced} title={t('unplaced', { count: view.unplaced.length })} text={t('unplacedText')} />}
      {seen === undefined ? problem === undefined && <Skeleton lines={10} /> : seen.plan === undefined && asked === today ? <Notice title={t('noPlan')}><p>{t('noPlanText')}</p></Notice> : (
        <div class="visit-columns">
          {roles.includes('one-stop-clerk') && asked === today && <div><MyCounter agency={agency} day={seen} onOpen={onOpen} onDone={again} /><GiveNumber agency={agency} day={seen} onGiven={again} /></div>}
          <div>
            {asked === today && <Waiting day={seen} />}
            <section class="counter-part" aria-labelledby="lich-trong-ngay">
              <h2 id="lich-trong-ngay">{t('bookings', { day: shortDayText(seen.day, language), count: seen.bookings.length })}</h2>
              <DayChooser key={asked} id="ngay-xem" class="visit-head" label={t('day')} day={asked} onDay={setAsked} show={t('show')} wrong={t('dayWrong')} />
              <Timeline day={seen} />
            </section>
          </div>
        </div>
      )}
    </div>
  );
};
export default Visits;
