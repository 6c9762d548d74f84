/** Ant Design in the one look of web/tokens.css; no motion, for the office PC's and the eye's sake. */
import type { ConfigProviderProps, ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import zhTW from 'antd/es/locale/zh_TW.js';
import type { Language } from '../schema/ids.ts';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b6e4f',
    colorInfo: '#0b6e4f',
    colorSuccess: '#0b6e4f',
    colorLink: '#0b6e4f',
    colorWarning: '#b45309',
    colorError: '#b42318',
    colorText: '#14213d',
    colorTextSecondary: '#4a5468',
    colorTextTertiary: '#4a5468',
    colorTextDescription: '#4a5468',
    colorTextPlaceholder: '#6b7280',
    colorBorder: '#c9c4b8',
    colorBorderSecondary: '#dcd8cf',
    colorBgLayout: '#faf9f6',
    colorBgContainer: '#ffffff',
    fontFamily: 'var(--font)',
    fontSize: 15,
    controlHeight: 36,
    borderRadius: 8,
    motion: false,
  },
  components: {
    Table: { headerBg: '#f3f1ea', headerColor: '#4a5468', cellPaddingBlock: 10, cellPaddingInline: 12 },
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
  },
};

type Locale = NonNullable<ConfigProviderProps['locale']>;

// The package calls these files CommonJS in its types; the bundler takes them as the ES modules they are.
export const antLocales = { 'zh-Hans': zhCN, 'zh-Hant': zhTW, en: enUS } as unknown as Record<Language, Locale>;
