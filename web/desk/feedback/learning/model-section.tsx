import type { Answer } from '../../../client/contract-types.ts';
import { Bars } from '../../../components/charts.tsx';
import { useLanguage } from '../../../components/language.ts';
import { momentText } from '../../../format/dates.ts';
import { countText, shareText } from '../../../format/numbers.ts';
import { useLearningTexts } from './texts.ts';

type Figures = Answer<'getClassifierFigures'>;

/** Which model suggests, since when, and what it was held against. */
export const ModelSection = ({ model: { version, shipped, since, texts, corrections, heldOut } }: Pick<Figures, 'model'>) => {
  const t = useLearningTexts();
  const language = useLanguage();
  const short = version.slice(0, 8);
  const rows = ([['right', heldOut.accuracy], ['coverage', heldOut.coverage], ['covered', heldOut.covered]] as const)
    .map(([id, value]) => ({ id, label: t(id), value, text: shareText(value * 10_000, 10_000, language) ?? '–', shade: id === 'coverage' ? 'soft' as const : 'strong' as const }));
  return (
    <section class="chart" aria-labelledby="mo-hinh">
      <h2 id="mo-hinh">{t('model')}</h2>
      <p>{shipped ? t('shipped', { version: short }) : since === undefined ? t('publishedSome', { version: short }) : t('published', { version: short, time: momentText(since, language) })} {t('learnedFrom', { texts: countText(texts, language), corrections: countText(corrections, language) })}</p>
      <h3>{t('heldOut')}</h3>
      <Bars rows={rows} />
    </section>
  );
};

type Run = NonNullable<Figures['learned']>;
const whyOf = ({ published, why }: Run) => (published ? 'published' as const : why);

/** What the last time of learning decided, why, and what the two models were held against. */
export const LearnedSection = ({ learned }: Pick<Figures, 'learned'>) => {
  const t = useLearningTexts();
  const language = useLanguage();
  if (learned === undefined) return <section class="chart" aria-labelledby="hoc-lai"><h2 id="hoc-lai">{t('learning')}</h2><p>{t('neverLearned')}</p></section>;
  const { at, published, judgedOn, needed = judgedOn, before, after, styles } = learned, why = whyOf(learned);
  const pair = (was: number, is: number, text: (value: number) => string) => [
    { id: 'former', label: t('former'), value: was, text: text(was), shade: published ? 'soft' as const : 'strong' as const }, { id: 'fresh', label: t('fresh'), value: is, text: text(is), shade: published ? 'strong' as const : 'soft' as const },
  ];
  return (
    <section class="chart" aria-labelledby="hoc-lai">
      <h2 id="hoc-lai">{t('learning')}: {t(published ? 'decidedPublished' : 'decidedKept').toLocaleLowerCase(language)}</h2>
      <p>{t('when', { time: momentText(at, language) })}. {why === 'too-few-examples' ? t('why-too-few-examples', { judgedOn, needed }) : why !== undefined && t(`why-${why}`)}</p>
      {before !== undefined && after !== undefined && <><h3>{t('judged', { judgedOn })}</h3><Bars rows={pair(before, after, (count) => t('of', { count, all: judgedOn }))} /></>}
      {styles !== undefined && <><h3>{t('styles')}</h3><Bars rows={pair(styles.before, styles.after, (value) => shareText(value * 10_000, 10_000, language) ?? '–')} /></>}
    </section>
  );
};
