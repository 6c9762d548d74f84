/** What others did with the cases that I was first contact of, since I looked last; one key says that I saw it (C2). */
import { useQuery } from '@tanstack/react-query';
import type { CaseNews } from '../../../schema/cases/history.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { KeyButton } from '../../parts/key-button.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import { stepSentence } from '../step-words.ts';
import './case-news.css';

const SEEN_KEY = 'KeyS';
const ASK_AGAIN_MS = 60_000;

/** The same question for the list and for its count in the top bar. */
export function useCaseNews() {
  const { client, me } = useApp();
  return useQuery({
    queryKey: ['case-news'],
    queryFn: () => client.cases.news({}),
    refetchInterval: ASK_AGAIN_MS,
    enabled: me.role !== 'administrator',
  });
}

/** `live`: no dialog is open. */
export function CaseNewsList({ live }: { live: boolean }) {
  const { say, client, act } = useApp();
  const { data: news, refetch } = useCaseNews();
  async function seen({ seenTo }: CaseNews) {
    if (await act((requestId) => client.cases.seeNews({ requestId, seenTo }))) void refetch();
  }
  const isThere = news !== undefined && news.items.length > 0;
  const press = isThere ? () => void seen(news) : undefined;
  useKeys(live && press ? { [SEEN_KEY]: press } : {});
  if (!isThere) return null;
  return (
    <section className="case-news" data-testid="case-news">
      <header>
        <h2>{say('caseNews')}</h2>
        <KeyButton keyName="S" onPress={() => void seen(news)} testId="news-seen">
          {say('caseNewsSeen')}
        </KeyButton>
      </header>
      <ul>
        {news.items.map((item) => (
          <Item key={item.seq} item={item} />
        ))}
      </ul>
      {news.isCut && <p className="soft">{say('caseNewsMore')}</p>}
    </section>
  );
}

function Item({ item }: { item: CaseNews['items'][number] }) {
  const { say, language, openCase } = useApp();
  const { at, number, byName, caseId, matterNames } = item;
  return (
    <li data-testid="case-news-item">
      <span className="soft">{`${dateText(dayOf(at), language)} ${clockTime(at)} ${byName ?? say('stepByHall')}`}</span>
      <button type="button" onClick={() => openCase(caseId)}>
        {number} {inLanguage(matterNames, language)}
      </button>
      <span>{stepSentence(say, language, { ...item, inPlaceOf: null, words: [] })}</span>
    </li>
  );
}
