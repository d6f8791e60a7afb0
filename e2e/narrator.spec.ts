/** The line above the instrument says when another network answers. */
import { expect, test } from './fixtures';

test('a view that brings another network says so, and whether that one has learned', async ({
  page,
  workbench,
}) => {
  await workbench.open({ genre: 'horror' });
  await workbench.settled();
  const line = page.getByTestId('narrator');
  await expect(line).toBeVisible();
  await workbench.view('Routes').click();
  await expect(line).toContainText('Another network now, with soft modules:');
  await expect(line).not.toContainText('learned nothing');
  await workbench.setting('New visitor').click();
  await workbench.settled();
  await workbench.view('FiLM').click();
  await workbench.settled();
  await workbench.view('Routes').click();
  await expect(line).toContainText(
    'Another network now, with soft modules, that has learned nothing yet:',
  );
});
