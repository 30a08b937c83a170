import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Figures, Run } from '../../shared/runtime/schedule.ts';
import type { ClassifierStore } from './classifier.repository.ts';
import { risen, weeksBefore } from './drift.ts';
import type { FeedbackStore } from './ports.ts';
import { correctionsOf } from './settled.ts';

const day = 86_400_000;
/** Of a week with more reports than this the latest are counted: shares need no more. */
const mostReports = 5000;

/** Midnight in Việt Nam of the Monday an instant's week begins with. */
const mondayOf = (now: Date): Date => {
  const today = new Date(`${localDate(now)}T00:00:00+07:00`);
  return new Date(today.getTime() - ((new Date(`${localDate(now)}T00:00:00Z`).getUTCDay() + 6) % 7) * day);
};

type Deps = {
  readonly feedback: Pick<FeedbackStore, 'reportedSince'>; readonly classifier: Pick<ClassifierStore, 'keepWeek' | 'weeks'>;
  /** a category, or all of them, that dispatchers correct more often than they used to */
  readonly rose: (category: string) => void;
};

/** Counts how the suggestions of the week before the one it is due in fared, as its reports stand now; done again it counts the same week again. */
export const countCorrections = ({ feedback, classifier, rose }: Deps) => async ({ now, due = now }: Pick<Run, 'now' | 'due'>): Promise<Figures> => {
  const to = mondayOf(due), from = new Date(to.getTime() - 7 * day), week = localDate(from);
  const reports = await feedback.reportedSince(from, new Date(to.getTime() - 1), mostReports);
  const counted = correctionsOf(reports), rising = risen(counted, await classifier.weeks(weeksBefore, week));
  await classifier.keepWeek({ week, ...counted, risen: rising });
  for (const category of rising) rose(category);
  return { week, settled: counted.settled, abstained: counted.abstained, corrected: counted.categories.reduce((sum, { corrected }) => sum + corrected, 0), risen: rising.length };
};
