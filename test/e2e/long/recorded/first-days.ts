import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownIds, type Shell } from './shell.ts';
import type { Ids, Room } from './room.ts';

/** A case is made, pages are captured and watched, files imported. */
export async function collect(shell: Shell, { site, files, folder, language }: Room): Promise<Ids> {
  shell.about('A case is made, looked at, and changed');
  await shell.types(`
    --help
    --version
    doctor
    new a.fascicle --title 青禾小贷申请诉前行为保全 --court hangzhou --applicant 青禾小贷 --respondent 启镜 --operator 王某 --language ${language}
    new a.fascicle --title 青禾小贷
    new b.fascicle --title 青禾小贷 --court 某某法院
    edit a.fascicle --case-number （2019）浙0192行保1号 --submitted 2019-05-10
    list a.fascicle
    queue a.fascicle`);

  shell.about('Pages are captured');
  const captured = await shell.type(
    `capture a.fascicle ${site}/report ${site}/source ${site}/wall ftp://files.example/x --allow-private-network --expand --inner-scroll --category coverage`,
    { terminal: true },
  );
  const [report = '', source = '', wall = ''] = shownIds(captured);
  await shell.types(`
    gathering a.fascicle
    gathering a.fascicle --read
    capture b.fascicle ${site}/report
    queue a.fascicle
    finish a.fascicle ${wall}
    login a.fascicle ${site}/report
    logout a.fascicle
    capture a.fascicle ${site}/report --session
    capture a.fascicle ${site}/report --interactive`);

  shell.about('Addresses are watched');
  const watched = {
    url: `${site}/report`,
    expect: { is: 'lacks', words: '清算' },
    everyMinutes: 60,
    category: 'coverage',
  };
  writeFileSync(join(folder, 'watch.json'), JSON.stringify([watched]));
  await shell.types(`
    watch a.fascicle
    watch-run a.fascicle --once
    watch a.fascicle --set watch.json`);
  await fetch(`${site}/edit`);
  const [again = ''] = shownIds(await shell.type('watch-run a.fascicle --all --allow-private-network'));
  await shell.type(`compare a.fascicle ${report} ${again}`);

  shell.about('Files are imported');
  const imported = await shell.type(
    `import a.fascicle ${files}/note.txt ${files}/photo.png ${files}/mail.eml ${files}/paper.pdf --no-dkim --category message --source 当事人提供 --received-by 王某`,
  );
  const [note = '', photo = ''] = shownIds(imported);
  await shell.types(`
    import a.fascicle ${files}/photo.png ${files}/missing.txt ${files}/empty.txt ${files}/broken.pdf ${files}/broken.png ${files}/locked.zip a.fascicle
    import a.fascicle ${files} --index ${files}/index.txt`);
  return { report, source, wall, note, photo, again };
}

/** Items are read, made from others and decided; the queue is held and cleared. */
export async function work(shell: Shell, { report, source, note, photo, wall }: Ids): Promise<void> {
  shell.about('Items are read, and made from others');
  await shell.types(`
    list a.fascicle
    list a.fascicle --category message
    show a.fascicle ${report}
    show a.fascicle ${note}
    show a.fascicle ffffffff
    show a.fascicle 0
    trace a.fascicle ${report} --text 清算程序
    trace a.fascicle ${report} --text 没有这些字
    trace a.fascicle ${note} --text 清算
    region a.fascicle ${report} --x 0 --y 0 --width 400 --height 200 --reason 涉案段落
    region a.fascicle ${report} --x 0 --y 90000 --width 400 --height 200
    region a.fascicle ${note} --x 0 --y 0 --width 4 --height 4
    redact a.fascicle ${report} --words '138 0013 8000' --reason 个人电话号码
    redact a.fascicle ${report} --words 没有这些字 --reason 个人电话号码
    redact a.fascicle ${source} --reason 个人电话号码
    include a.fascicle ${report}
    stitch a.fascicle
    stitch a.fascicle ${photo} ${note} --accept
    ocr a.fascicle ${note}
    compare a.fascicle ${note} ${photo}
    exclude a.fascicle ${photo} --reason 与本案无关
    include a.fascicle ${photo}
    challenge a.fascicle
    challenge a.fascicle --answer no-outside-time --reason 次日交存证
    challenge a.fascicle --answer captured-after-filing --reason 无所谓
    challenge a.fascicle --answer no-such-code --reason 无所谓
    accept a.fascicle purpose-missing --where 1 --reason 开庭时说明
    accept a.fascicle no-such-problem --reason 试`);

  shell.about('The queue is held and cleared');
  await shell.types(`
    pause a.fascicle --reason 等待登录
    queue a.fascicle
    retry a.fascicle ${wall} --reason 再试一次
    cancel a.fascicle --reason 网址有误
    cancel a.fascicle ${report} --reason 网址有误
    finish a.fascicle ${note}
    finish a.fascicle ${report}
    resume a.fascicle`);
}
