import { useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../../shared/contracts/problems.ts';
import { call } from '../../../client/client.ts';
import type { Answer } from '../../../client/contract-types.ts';
import { Skeleton } from '../../../components/skeleton.tsx';
import { DeskProblem } from '../../desk-problem.tsx';
import { useCategoryName } from '../reference.ts';
import { AgainstChart } from './against-chart.tsx';
import { LearnedSection, ModelSection } from './model-section.tsx';
import { useLearningTexts } from './texts.ts';
import { KeyFigures, WeeksChart } from './weeks-chart.tsx';

/** How suggestions fare: corrections by week and category, the model that suggests, and what came of learning again. */
const LearningPage = ({ agency }: { readonly agency: string }) => {
  const t = useLearningTexts();
  const categoryName = useCategoryName();
  const [figures, setFigures] = useState<Answer<'getClassifierFigures'>>();
  const [problem, setProblem] = useState<ProblemBody>();
  const read = async (): Promise<void> => {
    const answer = await call('getClassifierFigures', { params: { agencyCode: agency } });
    if (answer.ok) setFigures(answer.body);
    setProblem(answer.ok ? undefined : answer.problem);
  };
  useEffect(() => { void read(); }, [agency]);
  const nameOf = (category: string): string => (category === 'all' ? t('all') : categoryName(category));
  const latest = figures?.weeks[0];
  return (
    <div class="learning-page">
      <h1>{t('title')}</h1>
      <p class="small">{t('intro')}</p>
      {problem !== undefined && <DeskProblem problem={problem} onRetry={() => { setProblem(undefined); void read(); }} />}
      {figures === undefined && problem === undefined && <Skeleton lines={10} />}
      {figures !== undefined && latest === undefined && <div class="empty"><p class="empty-title">{t('empty')}</p><p class="small">{t('emptyText')}</p></div>}
      {figures !== undefined && latest !== undefined && <><KeyFigures week={latest} /><WeeksChart weeks={figures.weeks} latest={latest} nameOf={nameOf} /><AgainstChart against={figures.against} nameOf={nameOf} /></>}
      {figures !== undefined && <div class="chart-pair"><ModelSection model={figures.model} /><LearnedSection learned={figures.learned} /></div>}
    </div>
  );
};
export default LearningPage;
