import { notifyManager } from '@tanstack/react-query';
import { act } from '@testing-library/react';

// React then complains about an update that no test waited for. A browser runs without it: there time is real.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

notifyManager.setNotifyFunction((notify) => {
  act(notify);
});
