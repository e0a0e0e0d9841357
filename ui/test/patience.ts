// How long a test waits for what is to appear: long enough for a machine that does other things too.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 15_000 });
