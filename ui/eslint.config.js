// The rules of the two windows: words from Fluent, the shell behind src/backend, no inline style, no storage.
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import noLiteralText from './eslint/no-literal-text.js';

const shell = {
  group: ['@tauri-apps/*'],
  message: 'Only src/backend/ speaks to the shell.',
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/backend/types.ts'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, guichet: { rules: { 'no-literal-text': noLiteralText } } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': ['error', { patterns: [shell] }],
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'alert', 'confirm'],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="style"]', message: 'Inline style is for the style sheets.' },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is never markup.' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'guichet/no-literal-text': 'error' } },
  { files: ['src/backend/**'], rules: { 'no-restricted-imports': 'off' } },
);
