/**
 * What a column is by its name, in the languages and habits of common exports. Names are cut into
 * words (`Book-Rating`, `userId`, `user_id:token`); scripts without spaces are searched for stems.
 */
export const FIELDS = ['user', 'item', 'rating', 'title', 'scenario', 'time', 'year'] as const;
export type Field = (typeof FIELDS)[number];

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Whole words, without accents. */
const WORDS: Record<Field, ReadonlySet<string>> = {
  user: words(`
    user users userid uid username userno usernum customer customers customerid custid client member memberid reviewer
    reviewerid reviewername person personid player reader viewer listener visitor visitorid account
    profile profilename session sessionid steamid subject rater raterid buyer patron borrower student
    usuario usuarios idusuario usuarioid cliente utilizador lector socio nutzer nutzerid benutzer
    benutzerid kunde kundennr kundennummer leser spieler utilisateur idutilisateur utilisateurid
    lecteur abonne membre utente idutente gebruiker klant uzytkownik klient anvandare bruger
    kullanici pengguna
  `),
  item: words(`
    item items itemid iid movie movies movieid film films filmid product products productid asin
    parentasin isbn isbn10 isbn13 book bookid article articleid artikel song songid track trackid
    artist artistid album albumid game gameid appid app anime animeid manga mangaid show showid
    series serie recipe recipeid restaurant business businessid place placeid venue venueid poi job
    course courseid video videoid joke jokeid beer beerid sku stockcode ean gtin hotel imdbid tmdbid
    tconst const repo paper news newsid content contentid photo photoid
    pelicula peliculas idpelicula libro idlibro articulo producto idproducto buch buchid produkt
    produktid livre idlivre produit idproduit filme idfilme livro produto idproduto prodotto boek
    ksiazka produkty urun kitap
  `),
  rating: words(`
    rating ratings rate stars star score scores overall label grade mark vote points preference pref
    weight plays play playcount playcounts count counts freq frequency hours hoursplayed playtime
    minutes quantity qty listens clicks views purchases interactions value
    puntuacion calificacion valoracion nota notas estrellas voto puntaje bewertung bewertungen note
    sterne punkte wertung evaluation etoiles appreciation avaliacao classificacao estrelas pontuacao
    valutazione punteggio stelle beoordeling waardering cijfer ocena betyg puan
  `),
  title: words(`
    title titles name names titulo nombre titel filmtitel buchtitel titre nom nome titolo naam tytul
    itemname productname moviename movietitle booktitle primarytitle trackname songname artistname
    baslik judul
  `),
  scenario: words(`
    scenario genre genres category categories theme topic domain class shelf genero generos categoria
    categorias tema gattung kategorie kategorien thema categorie categories theme kategoria gatunek
    genere tur
  `),
  time: words(`
    time times timestamp date datetime unixtime unix ts reviewtime unixreviewtime ratedat createdat
    updatedat watched lastupdated fecha hora datum zeit zeitstempel zeitpunkt uhrzeit heure
    horodatage data ora tijd tarih
  `),
  year: words(`
    year years releaseyear startyear ano anio anno jahr annee jaar rok yil
  `),
};

/** Stems of scripts in which words are not cut by spaces, or are inflected. */
const STEMS: Record<Field, RegExp> = {
  user: /用户|用戶|会员|會員|顾客|顧客|客户|读者|观众|使用者|ユーザ|利用者|会員|사용자|유저|회원|고객|пользоват|юзер|клиент|покупат|читател|зрител|користувач|مستخدم|उपयोगकर्ता/,
  item: /电影|電影|影片|物品|商品|产品|图书|圖書|书籍|歌曲|动漫|作品|映画|アイテム|書籍|本|영화|상품|아이템|도서|책|фильм|книг|товар|предмет|продукт|песн|сериал|аниме|артикул|книга/,
  rating:
    /评分|評分|分数|分數|打分|得分|评级|星级|评价|分值|次数|评價|評価|評点|点数|スコア|レーティング|回数|평점|별점|점수|평가|оценк|рейтинг|балл|зв[её]зд|прослушив|просмотр/,
  title:
    /标题|標題|片名|书名|書名|名称|名稱|名字|歌名|剧名|タイトル|題名|作品名|商品名|名前|제목|이름|상품명|назван|наименован|заголов|(?:电影|影片|物品|产品)名/,
  scenario:
    /类型|類型|类别|類別|分类|分類|题材|种类|流派|ジャンル|カテゴリ|장르|카테고리|분류|жанр|категор/,
  time: /时间|時間|日期|日時|日付|時刻|タイムスタンプ|날짜|시간|일시|дата|врем/,
  year: /年份|年代|年度|上映年|公開年|연도|년도|год/,
};

/** Of somebody else, or about the thing: no rating by the row's user. */
const NOT_OWN = words(
  'average avg mean num number total imdb critic critics metascore votes sum ratingcount members length std median popularity trakt tmdb rotten',
);
/** Words that turn the name of a thing into something else about it. */
const ABOUT = words(
  'type original url uri link lang language author authors text body summary image poster description country runtime status format month shelves comment comments price publisher position helpful',
);
const PART_OF_TIME = words('day month hour minute second zone');
/** Numbers that say how often or how long, not how good. */
const AMOUNTS =
  /^(plays?|playcounts?|counts?|freq|frequency|quantity|qty|listens|clicks|views|purchases|interactions|weight)$/;
const HOURS = /^(hours|hoursplayed|playtime|minutes)$/;

/** Lower case without accents, cut into words; a type as RecBole writes it falls away. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/:(token|float|token_seq|float_seq)$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export interface NamedField {
  field: Field;
  /** 3 surely, 2 likely, 1 perhaps. */
  strength: number;
}

/** The order in which a field wins where a name says several: `user rating` is a rating. */
const ORDER: readonly Field[] = ['rating', 'time', 'title', 'year', 'scenario', 'user', 'item'];

/** What a column is by its name, or null. */
export function fieldOfName(name: string): NamedField | null {
  const all = wordsOf(name);
  if (all.length === 0) return null;
  const joined = all.join('');
  for (const field of ORDER) {
    if (WORDS[field].has(joined)) return { field, strength: isAmount(joined) ? 2 : 3 };
  }
  if (all.some((word) => ABOUT.has(word))) return null;
  if (all.includes('release') || all.includes('publication')) return { field: 'year', strength: 2 };
  const isId = all.some(
    (word) => word === 'id' || word === 'no' || word === 'nr' || word === 'code',
  );
  const said = ORDER.filter(
    (field) => all.some((word) => WORDS[field].has(word)) || STEMS[field].test(joined),
  );
  if (said.length === 0) return null;
  if (isId || /id$|编号|編號|番号|번호/.test(joined)) {
    const thing = said.find((field) => field === 'user' || field === 'item');
    if (thing) return { field: thing, strength: 3 };
  }
  // `user name` is a user, `movie name` a title.
  if (said.includes('user') && said.includes('title')) return { field: 'user', strength: 2 };
  const [field] = said;
  // The number of a rating is no rating, the day of a month no time.
  if (isId || (field === 'time' && all.some((word) => PART_OF_TIME.has(word)))) return null;
  if (field === 'rating' && all.some((word) => NOT_OWN.has(word))) return null;
  if (field === 'rating' && said.includes('time')) return { field: 'time', strength: 2 };
  // `Your Rating` stands beside the site's own.
  if (field === 'rating' && /^(my|your|own|user)$/.test(all[0])) return { field, strength: 4 };
  return { field, strength: all.length > 2 || isAmount(joined) ? 2 : 3 };
}

const isAmount = (joined: string): boolean => AMOUNTS.test(joined) || HOURS.test(joined);

/** Names that are used for amounts and for ratings alike. */
export const mayRate = (name: string): boolean =>
  wordsOf(name).some((word) => /^(weight|value)$/.test(word));

/** Whether a rating column's name says that it counts, or says hours. */
export function amountOfName(name: string): 'counts' | 'hours' | null {
  const all = wordsOf(name);
  if (all.some((word) => HOURS.test(word))) return 'hours';
  const counts = all.some((word) => AMOUNTS.test(word)) || /次数|回数|прослушив|просмотр/.test(all.join('')); // prettier-ignore
  return counts ? 'counts' : null;
}

const NUMBERS_ONLY = words(
  'asin parentasin isbn isbn10 isbn13 ean gtin sku const tconst poi iid stockcode',
);

/** What the items are called, from the name of their column: `movieId` gives `Movie`. */
export function nounOfName(name: string): string {
  const noun = wordsOf(name).find(
    (word) => WORDS.item.has(word) && !NUMBERS_ONLY.has(word) && !/id$|^item|^items/.test(word),
  );
  const plain = noun ?? /^([a-z]{3,})id$/.exec(wordsOf(name).join(''))?.[1] ?? 'item';
  return `${plain[0].toUpperCase()}${plain.slice(1)}`;
}
