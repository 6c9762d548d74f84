import { Segmented } from 'antd';
import type { Language } from '../schema/ids.ts';
import type { Say } from './words/speak.ts';

type Props = { language: Language; setLanguage: (language: Language) => void; say: Say };

/** A4: each language in its own name. */
export function LanguageSwitch({ language, setLanguage, say }: Props) {
  return (
    <Segmented<Language>
      aria-label={say('language')}
      data-testid="language"
      size="small"
      value={language}
      onChange={(chosen) => {
        setLanguage(chosen);
        // A pointer's choice leaves no focus behind: Space stays the next action's key.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }}
      options={[
        { value: 'zh-Hans', label: '简' },
        { value: 'zh-Hant', label: '繁' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}
