import { describe, expect, it, vi } from 'vitest';
import { type ClassCalls, createClassDoor } from '../../../src/app/classroom/door.ts';
import { createClassStore } from '../../../src/app/classroom/store.ts';
import { settle } from '../sessionSupport.ts';

function createTestDoor(load: () => Promise<ClassCalls>) {
  const store = createClassStore();
  const [openPage, missing] = [vi.fn(), vi.fn()];
  return { store, openPage, missing, door: createClassDoor({ store, openPage, missing, load }) };
}

const calls = (): ClassCalls =>
  ({ findRoom: vi.fn(async () => undefined), teacherLink: () => 'a link', retry: vi.fn() }) as never;

describe('the door to the class', () => {
  it('goes to a place at once, and fetches the code behind it', async () => {
    const load = vi.fn(async () => calls());
    const { store, openPage, door } = createTestDoor(load);
    expect(load).not.toHaveBeenCalled();
    door.actions.go({ part: 'join', code: 'KQ7ZDW' });
    expect(store.getState().place).toEqual({ part: 'join', code: 'KQ7ZDW' });
    expect(openPage).toHaveBeenCalledOnce();
    expect(load).toHaveBeenCalledOnce();
  });

  it('hands over what was asked before the code had come, and answers at once afterwards', async () => {
    const behind = calls();
    const { door } = createTestDoor(async () => behind);
    void door.actions.findRoom('KQ7ZDW');
    await settle();
    expect(behind.findRoom).toHaveBeenCalledWith('KQ7ZDW');
    expect(door.actions.teacherLink()).toBe('a link');
  });

  it('says that the code is missing to whoever asked, and tries again at the next wish', async () => {
    const behind = calls();
    const load = vi.fn(async () => behind).mockRejectedValueOnce(new TypeError('no network'));
    const { missing, door } = createTestDoor(load);
    door.wake();
    await settle();
    expect(missing).not.toHaveBeenCalled();
    load.mockRejectedValueOnce(new TypeError('no network'));
    door.actions.retry();
    await settle();
    expect(missing).toHaveBeenCalledOnce();
    door.actions.retry();
    await settle();
    expect(behind.retry).toHaveBeenCalledOnce();
  });
});
