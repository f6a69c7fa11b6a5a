-- Eight rules of gainsay over the columns of `gainsay export --columns`, in the SQL that DuckDB, DataFusion and Spark share.
-- Every statement makes one table from those before it; `docs/scale.md` says what the columns mean. A position stands for
-- what one root says in one statement; a hold is a position or what follows from it; 0 is "none" among ids.

-- 1. Holds before time: the positions that no retraction takes away, and what follows from each by definition on its day.
create table hold0 as
select p.id as base, p.statement, p.report, p.root, p.voice, p.unnamed, p.starts, p.ends, p.instant, p.day_starts, p.day_ends,
  p.day_instant, p.stance, p.sign, p.certain, p.hearsay, p.disputed, p.tacit, p.many, p.origins, p.sound, p.proposition as said,
  p.proposition, p.value, p.scope, 1 as stated, p.own, case when p.own = 1 and p.sign = 1 then 1 else 0 end as claims
from position p where p.withdrawn = 0
union all
select p.id, p.statement, p.report, p.root, p.voice, p.unnamed, p.starts, p.ends, p.instant, p.day_starts, p.day_ends,
  p.day_instant, p.stance, p.sign, p.certain, p.hearsay, p.disputed, p.tacit, p.many, p.origins, p.sound, p.proposition,
  f.proposition, case when f.valued = 1 then p.value else 0 end, case when f.valued = 1 and p.value <> 0 then p.scope else 0 end,
  0, p.own * f.accuses, p.own * f.accuses
from position p join follows f on f.follows = p.follows where p.withdrawn = 0 and p.sign = 1;

-- 2. Values that meet on a proposition, compared once: whether a contains b, conflicts with it, and rises to it as a count.
create table spoken as
select proposition, value from hold0 where value <> 0
union
select f.proposition, p.value from further f join position p on p.id = f.position where f.valued = 1 and p.value <> 0
union
select i.proposition, h.value from hold0 h join implied i on i.consequence = h.proposition where h.value <> 0
union
select i.proposition, p.value from further f join position p on p.id = f.position join implied i on i.consequence = f.proposition
where f.valued = 1 and p.value <> 0;

create table two_values as select distinct x.value as a, y.value as b from spoken x join spoken y on y.proposition = x.proposition;

create table verdict as
select t.a, t.b,
  case when va.kind = 3 and vb.kind = 3 and va.form = 0 and vb.form = 0 and va.instant is not null and vb.instant is not null
      then case when va.instant = vb.instant then 1 else 0 end
    when va.kind <> vb.kind then 0
    when va.kind in (4, 5, 6) then case when w.a is not null then 1 else 0 end
    when va.low is not null and vb.low is not null then case when va.low <= vb.low and vb.high <= va.high then 1 else 0 end
    when t.a = t.b then 1 else 0 end as contains,
  case when va.kind = 7 or vb.kind = 7 then 0
    when va.kind <> vb.kind then 1
    when va.kind in (4, 5, 6) then case when t1.a is null and t2.a is null then 1 else 0 end
    when va.kind = 3 and va.form = 0 and vb.form = 0 and va.instant is not null and vb.instant is not null
      then case when va.instant <> vb.instant then 1 else 0 end
    when va.low is not null and vb.low is not null then case when va.reach < vb.low or vb.reach < va.low then 1 else 0 end
    when va.kind = 1 and t.a <> t.b then 1 else 0 end as conflicts,
  case when va.kind = 1 and vb.kind = 1 and va.low is not null and vb.low is not null
    and (va.low <> vb.low or va.high <> vb.high) and va.low <= vb.low and va.high <= vb.high then 1 else 0 end as rises,
  case when va.kind = 1 and vb.kind = 1 and va.low is not null and vb.low is not null then 1 else 0 end as counts
from two_values t join value va on va.id = t.a join value vb on vb.id = t.b
left join within w on w.a = t.b and w.b = t.a
left join touching t1 on t1.a = t.a and t1.b = t.b
left join touching t2 on t2.a = t.b and t2.b = t.a;

-- What a voice lists on one proposition in one statement, or in several of unknown order, is one set.
create table listed0 as
select distinct x.id as base, y.value from position x join position y on y.proposition = x.proposition and y.root = x.root
  and y.voice = x.voice and y.scope = x.scope and y.hearsay = x.hearsay and y.disputed = x.disputed
where x.many = 1 and x.sign = 1 and y.sign = 1 and x.value <> 0 and y.value <> 0 and x.withdrawn = 0 and y.withdrawn = 0
  and not coalesce(case when x.instant is not null and y.instant is not null then x.instant > y.instant else x.starts > y.ends end, false)
  and not coalesce(case when x.instant is not null and y.instant is not null then y.instant > x.instant else y.starts > x.ends end, false);

-- 3. Time within one root. Two holds of a root on one proposition, or on a proposition and its opposite, the earlier first.
create table crowd as
select proposition, root from hold0 group by proposition, root having count(*) > 1 and max(stated) = 1;

create table own as select h.* from hold0 h join crowd c on c.proposition = h.proposition and c.root = h.root;

create table pair0 as
select a.base as a, a.proposition as ap, b.base as b, b.proposition as bp, a.root, 0 as opposed,
  case when a.sign = b.sign then a.proposition when a.sign = 1 then a.said else b.said end as reported
from own a join own b on b.proposition = a.proposition and b.root = a.root
where a.base <> b.base and (a.stated = 1 or b.stated = 1)
  and (coalesce(case when a.instant is not null and b.instant is not null then b.instant > a.instant else b.starts > a.ends end, false)
    or (a.base < b.base
      and not coalesce(case when a.instant is not null and b.instant is not null then a.instant > b.instant else a.starts > b.ends end, false)))
union all
select a.base, a.proposition, b.base, b.proposition, a.root, 1, a.reported
from (select h.*, o.reported, o.one, o.other from hold0 h join (
    select one as here, one, other, reported from opposite union all select other as here, one, other, reported from opposite) o
  on o.here = h.proposition where h.sign = 1 and h.stated = 1) a
join hold0 b on b.root = a.root and b.sign = 1 and b.stated = 1
  and b.proposition = case when a.proposition = a.one then a.other else a.one end
where a.base <> b.base
  and (coalesce(case when a.instant is not null and b.instant is not null then b.instant > a.instant else b.starts > a.ends end, false)
    or (a.base < b.base
      and not coalesce(case when a.instant is not null and b.instant is not null then a.instant > b.instant else a.starts > b.ends end, false)));

create table listed_pair0 as
select p.a, p.b, min(v.conflicts) as conflicts from (select distinct a, b from pair0 where opposed = 0) p
join listed0 x on x.base = p.a join listed0 y on y.base = p.b join verdict v on v.a = x.value and v.b = y.value
group by p.a, p.b;

create table pair1 as
select p.a, p.b, p.reported, p.root, a.statement as a_statement, b.statement as b_statement, a.unnamed as a_unnamed, b.unnamed as b_unnamed,
  a.hearsay as a_hearsay, b.hearsay as b_hearsay, a.stance as a_stance, b.stance as b_stance, a.sign as a_sign, b.sign as b_sign,
  a.certain as a_certain, b.certain as b_certain, a.stated as a_stated, b.stated as b_stated, a.value as a_value, b.value as b_value,
  case when a.voice = b.voice then 1 else 0 end as one_voice,
  case when a.sign = 1 and b.sign = 1 then coalesce(v.counts, 0) else 0 end as counted,
  case when a.sign = 1 and b.sign = 1 then coalesce(v.rises, 0) else 0 end as rises,
  case when a.sign = 1 and b.sign = 1 then coalesce(u.rises, 0) else 0 end as falls,
  case when p.opposed = 1 then 1
    when a.sign = 1 and b.sign = -1 then case when a.value = 0 or b.value = 0 then 1 else coalesce(u.contains, 0) end
    when a.sign = -1 and b.sign = 1 then case when a.value = 0 or b.value = 0 then 1 else coalesce(v.contains, 0) end
    when a.sign = 1 and b.sign = 1 and a.value <> 0 and b.value <> 0 then coalesce(l.conflicts, v.conflicts, 0)
    else 0 end as clash,
  case when a.sign = -1 and b.sign = 1 and b.certain = 1 and b.unnamed = 0 and sb.claims = 1 then 1 else 0 end as admits,
  coalesce(case when a.instant is not null and b.instant is not null then b.instant > a.instant else b.starts > a.ends end, false) as after,
  coalesce(case when a.day_instant is not null and b.day_instant is not null then a.day_instant > b.day_instant
    else a.day_starts > b.day_ends end, false) as day_before,
  coalesce(case when a.day_instant is not null and b.day_instant is not null then b.day_instant > a.day_instant
    else b.day_starts > a.day_ends end, false) as day_after
from pair0 p join hold0 a on a.base = p.a and a.proposition = p.ap join hold0 b on b.base = p.b and b.proposition = p.bp
join hold0 sb on sb.base = p.b and sb.stated = 1
join party r on r.id = p.root
left join verdict v on v.a = a.value and v.b = b.value
left join verdict u on u.a = b.value and u.b = a.value
left join listed_pair0 l on l.a = p.a and l.b = p.b and p.opposed = 0
where a.disputed = 0 and b.disputed = 0 and r.unknown = 0 and a.scope = b.scope
  and (a.statement = b.statement or a.report <> b.report);

create table pair2 as
select p.*, p.after and not (p.counted = 1 and p.day_before) as is_later from pair1 p;

create table pair3 as
select p.*,
  case when b_stance = 5 then 0
    when a_unnamed = 0 and counted = 1 and (b_unnamed = 0 or rises = 1) and a_value <> b_value then 1
    when clash = 1 and admits = 1 then 1
    when one_voice = 0 and (a_unnamed = 0 or b_unnamed = 1) then 0
    when clash = 1 then 1
    when b_stated = 0 then 0
    when a_stated = 1 then case when a_stance <> b_stance or a_value <> b_value then 1 else 0 end
    when b_stance = 4 or (a_sign = b_sign and a_certain = 1 and b_certain = 0) then 1 else 0 end as takes_place
from pair2 p
where is_later or not ((counted = 1 and day_before and falls = 1) or (day_after and rises = 1));

create table edge as
select a, b, reported, root, a_statement, b_statement,
  case when clash = 1 and (a_unnamed = 0 or admits = 1) and rises = 0 and a_hearsay = 0 then 1 else 0 end as reversal
from pair3 where is_later and b_hearsay = 0 and takes_place = 1;

create table part_pair as
select x.base as a, y.base as b, x.proposition as reported, x.root, x.statement as a_statement, y.statement as b_statement,
  case when x.voice = y.voice then 1 else 0 end as one_voice
from counted_in c join hold0 x on x.proposition = c.part join hold0 y on y.proposition = c.whole and y.root = x.root
join value vx on vx.id = x.value join value vy on vy.id = y.value join party r on r.id = x.root
where x.stated = 1 and y.stated = 1 and x.sign = 1 and y.sign = 1 and vx.kind = 1 and vy.kind = 1 and x.scope = y.scope
  and vx.low > vy.high and x.disputed = 0 and y.disputed = 0 and r.unknown = 0 and x.hearsay = 0 and y.hearsay = 0
  and not coalesce(x.day_starts > y.day_ends, false) and (x.statement = y.statement or x.report <> y.report);

create table gone as select distinct a as base from edge;

-- Of those that take a position's place, the first count: nothing else takes its place before them.
create table not_first as
select distinct e.a, e.b from edge e join edge o on o.a = e.a join position pe on pe.id = e.b join position po on po.id = o.b
where coalesce(case when pe.instant is not null and po.instant is not null then pe.instant > po.instant else pe.starts > po.ends end, false);

create table firsts as
select distinct e.a, e.b_statement from edge e left join not_first n on n.a = e.a and n.b = e.b where n.a is null;

create table fallen as
select p.statement from position p left join gone g on g.base = p.id where p.tacit = 0
group by p.statement having max(case when g.base is null and p.withdrawn = 0 then 1 else 0 end) = 0;

create table void as select q.id as proposition from proposition q join fallen f on f.statement = q.about;

create table turn0 as
select 'reversal' as rule, e.reported, e.root, e.a_statement, e.b_statement from edge e
join firsts f on f.a = e.a and f.b_statement = e.b_statement where e.reversal = 1
union all
select case when p.one_voice = 1 then 'self-contradiction' else 'split-position' end, p.reported, p.root, p.a_statement, p.b_statement
from (
  select a, b, reported, root, a_statement, b_statement, one_voice from pair3
  where clash = 1 and not (is_later and b_hearsay = 0 and takes_place = 1) and a_hearsay = 0 and b_hearsay = 0
    and not (one_voice = 1 and is_later)
  union all
  select a, b, reported, root, a_statement, b_statement, one_voice from part_pair) p
left join gone ga on ga.base = p.a left join gone gb on gb.base = p.b where ga.base is null and gb.base is null;

create table turn1 as
select t.rule, t.reported, t.root, t.a_statement, t.b_statement, max(case when r.a is not null then 1 else 0 end) as settled
from turn0 t left join void v on v.proposition = t.reported
left join reconciled r on r.a = t.a_statement and r.b = t.b_statement and (r.proposition = 0 or r.proposition = t.reported)
where v.proposition is null group by t.rule, t.reported, t.root, t.a_statement, t.b_statement;

create table turn as
select t.rule, t.reported, t.root, t.a_statement, t.b_statement from turn1 t
join (select rule, reported, root, min(settled) as settled from turn1 group by rule, reported, root) m
  on m.rule = t.rule and m.reported = t.reported and m.root = t.root and m.settled = t.settled;

-- 4. Holds that stand, with those on a root's own further word.
create table live as
select h.*, 1 as defined, 0 as needs, 0 as chain, cast(0 as bigint) as further
from hold0 h left join gone g on g.base = h.base left join void v on v.proposition = h.proposition
where g.base is null and v.proposition is null
union all
select p.id, p.statement, p.report, p.root, p.voice, p.unnamed, p.starts, p.ends, p.instant, p.day_starts, p.day_ends,
  p.day_instant, p.stance, p.sign, p.certain, p.hearsay, p.disputed, p.tacit, p.many, p.origins, p.sound, p.proposition,
  f.proposition, case when f.valued = 1 then p.value else 0 end, case when f.valued = 1 then p.scope else 0 end, 0, f.own,
  case when p.sign = 1 then f.own else 0 end, 0, f.needs, f.chain, f.id
from further f join position p on p.id = f.position;

create table minus as select * from live where sign = -1;
create table plus as select * from live where sign = 1;

create table listed as
select distinct x.id as base, y.value from position x join position y on y.proposition = x.proposition and y.root = x.root
  and y.voice = x.voice and y.scope = x.scope and y.hearsay = x.hearsay and y.disputed = x.disputed
left join gone gx on gx.base = x.id left join gone gy on gy.base = y.id
where x.many = 1 and x.sign = 1 and y.sign = 1 and x.value <> 0 and y.value <> 0 and x.withdrawn = 0 and y.withdrawn = 0
  and gx.base is null and gy.base is null
  and not coalesce(case when x.instant is not null and y.instant is not null then x.instant > y.instant else x.starts > y.ends end, false)
  and not coalesce(case when x.instant is not null and y.instant is not null then y.instant > x.instant else y.starts > x.ends end, false);

-- The denials against a proposition: of itself, and of what follows from it; `deed` is 0 where only its event is denied.
create table against as
select m.proposition as id, 1 as deed, m.* from minus m
union all
select i.proposition, 1 - i.happening, m.* from implied i join minus m on m.proposition = i.consequence;

-- Pluses whose values conflict, whoever says so.
create table plain_conflict as
select x.proposition, x.base as xb, x.further as xf, y.base as yb, y.further as yf, x.root as x_root, y.root as y_root
from plus x join plus y on y.proposition = x.proposition and y.scope = x.scope join verdict v on v.a = x.value and v.b = y.value
where v.conflicts = 1 and (x.many = 0 or y.many = 0);

create table many_pair as
select x.base as xb, y.base as yb, min(v.conflicts) as conflicts
from (select distinct p.base, q.base as other from plus p join plus q on q.proposition = p.proposition and q.scope = p.scope
  where p.many = 1 and q.many = 1 and p.value <> 0 and q.value <> 0) c
join listed x on x.base = c.base join listed y on y.base = c.other join verdict v on v.a = x.value and v.b = y.value
group by x.base, y.base;

create table conflict as
select * from plain_conflict
union all
select x.proposition, x.base, x.further, y.base, y.further, x.root, y.root
from plus x join plus y on y.proposition = x.proposition and y.scope = x.scope
join many_pair m on m.xb = x.base and m.yb = y.base
where m.conflicts = 1 and x.many = 1 and y.many = 1 and x.value <> 0 and y.value <> 0;

create table opposed as
select one as proposition, other from opposite
union
select other, one from opposite
union
select i.proposition, o.other from implied i join opposite o on o.one = i.consequence
union
select i.proposition, o.one from implied i join opposite o on o.other = i.consequence;

-- A root that holds both sides of a proposition, or two values of it, or its opposite as well.
create table torn as
select distinct x.proposition, x.root from plus x join against y on y.id = x.proposition and y.root = x.root and y.scope = x.scope
left join verdict v on v.a = y.value and v.b = x.value
where x.disputed = 0 and y.disputed = 0 and (x.value = 0 or y.value = 0 or v.contains = 1)
union
select distinct c.proposition, c.x_root from conflict c
join live x on x.base = c.xb and x.proposition = c.proposition and x.further = c.xf
join live y on y.base = c.yb and y.proposition = c.proposition and y.further = c.yf
where c.x_root = c.y_root and x.disputed = 0 and y.disputed = 0
union
select distinct x.proposition, x.root from opposed o join plus x on x.proposition = o.proposition
join plus y on y.proposition = o.other and y.root = x.root where x.disputed = 0 and y.disputed = 0;

-- 5. Contradictions: pairs of holds of two roots; where it is reported, the holds of both sides.
create table clash0 as
select 'direct-contradiction' as rule, x.proposition as reported, x.base as xb, x.proposition as xp, x.further as xf, x.statement as xs,
  y.base as yb, y.proposition as yp, y.further as yf, y.statement as ys
from plus x join against y on y.id = x.proposition and y.root <> x.root and y.scope = x.scope
left join verdict v on v.a = y.value and v.b = x.value
where x.stated = 1 and (x.value = 0 or y.value = 0 or v.contains = 1)
union
select 'direct-contradiction', case when x.chain = 1 then x.proposition else x.said end, x.base, x.proposition, x.further,
  x.statement, y.base, y.proposition, y.further, y.statement
from plus x join minus y on y.proposition = x.proposition and y.root <> x.root and y.scope = x.scope
left join verdict v on v.a = y.value and v.b = x.value
where x.defined = 0 and (x.value = 0 or y.value = 0 or v.contains = 1)
union
select 'conflicting-values', c.proposition, x.base, x.proposition, x.further, x.statement, y.base, y.proposition, y.further,
  y.statement
from conflict c join plus x on x.base = c.xb and x.proposition = c.proposition and x.further = c.xf
join plus y on y.base = c.yb and y.proposition = c.proposition and y.further = c.yf
where c.x_root <> c.y_root and (x.stated = 1 or y.stated = 1)
union
select 'conflicting-values', k.part, x.base, x.proposition, x.further, x.statement, y.base, y.proposition, y.further, y.statement
from counted_in k join plus x on x.proposition = k.part join plus y on y.proposition = k.whole and y.root <> x.root
join value vx on vx.id = x.value join value vy on vy.id = y.value
where x.stated = 1 and y.stated = 1 and x.scope = y.scope and vx.kind = 1 and vy.kind = 1 and vx.low > vy.high;

create table clash1 as
select c.rule, c.reported, c.xb, c.xp, c.xf, c.yb, c.yp, c.yf, max(case when r.a is not null then 1 else 0 end) as settled
from clash0 c left join reconciled r on r.a = c.xs and r.b = c.ys and (r.proposition = 0 or r.proposition = c.reported)
group by c.rule, c.reported, c.xb, c.xp, c.xf, c.yb, c.yp, c.yf;

create table clash as
select c.rule, c.reported, c.xb, c.xp, c.xf, c.yb, c.yp, c.yf from clash1 c
join (select rule, reported, min(settled) as settled from clash1 group by rule, reported) m
  on m.rule = c.rule and m.reported = c.reported and m.settled = c.settled;

create table side as
select distinct rule, reported, 1 as side, xb as base, xp as proposition, xf as further from clash
union all
select distinct rule, reported, 2, yb, yp, yf from clash;

-- Of holds that follow from one position, those on more further words are left out where they meet nobody else.
create table ranked as
select s.*, h.needs, h.stated, h.sign from side s
join live h on h.base = s.base and h.proposition = s.proposition and h.further = s.further;

create table place as
select rule, reported, side, base, proposition, further, needs, proposition as place from ranked
union all
select r.rule, r.reported, r.side, r.base, r.proposition, r.further, r.needs, i.consequence from ranked r
join implied i on i.proposition = r.proposition where r.stated = 1 and r.sign = 1;

create table extra as
select r.* from ranked r join (select rule, reported, side, base, min(needs) as least from ranked group by rule, reported, side, base) l
  on l.rule = r.rule and l.reported = r.reported and l.side = r.side and l.base = r.base where r.needs > l.least;

create table met as
select distinct p.rule, p.reported, p.side, p.base, p.further, p.needs, o.base as word
from place p join (select distinct rule, reported, side, base from extra) e
  on e.rule = p.rule and e.reported = p.reported and e.side = p.side and e.base = p.base
join place o on o.rule = p.rule and o.reported = p.reported and o.side <> p.side and o.place = p.place;

create table first_met as
select rule, reported, side, base, word, min(needs) as least from met group by rule, reported, side, base, word;

create table idle as
select e.rule, e.reported, e.side, e.base, e.further from extra e
left join (select distinct m.rule, m.reported, m.side, m.base, m.further from met m join first_met f
    on f.rule = m.rule and f.reported = m.reported and f.side = m.side and f.base = m.base and f.word = m.word and f.least = m.needs) n
  on n.rule = e.rule and n.reported = e.reported and n.side = e.side and n.base = e.base and n.further = e.further
where n.base is null;

create table clashing as
select distinct r.rule, r.reported, r.base, r.further from ranked r
left join idle i on i.rule = r.rule and i.reported = r.reported and i.side = r.side and i.base = r.base and i.further = r.further and r.further <> 0
where i.base is null;

-- 6. Agreements.
create table likely as
select l.proposition as reported, l.sign, l.base, l.further, l.root, l.report, l.origins, l.proposition, l.value, l.scope, l.stated, l.tacit,
  l.needs, l.disputed, l.many from plus l
union all
select a.id, a.sign, a.base, a.further, a.root, a.report, a.origins, a.proposition, a.value, a.scope, a.stated, a.tacit,
  a.needs, a.disputed, a.many from against a where a.deed = 1;

create table said_so as
select proposition as reported, sign from live where stated = 1 and tacit = 0 and sign <> 0 group by proposition, sign;

create table alike as
select l.* from likely l join said_so s on s.reported = l.reported and s.sign = l.sign join party r on r.id = l.root
left join torn t on t.proposition = l.reported and t.root = l.root
where l.disputed = 0 and r.unknown = 0 and t.root is null;

create table plain as select reported, sign, scope from alike group by reported, sign, scope having max(case when value <> 0 then 1 else 0 end) = 0;

create table outer_value as select distinct reported, sign, scope, value from alike where value <> 0;

-- The roots of which every listed value conflicts with a value.
create table ruled_out as
select reported, sign, scope, value, root from (
  select a.reported, a.sign, a.scope, o.value, a.root, a.base, min(v.conflicts) as conflicts
  from alike a join outer_value o on o.reported = a.reported and o.sign = a.sign and o.scope = a.scope
  join listed l on l.base = a.base join verdict v on v.a = l.value and v.b = o.value
  where a.many = 1 and a.sign = 1 group by a.reported, a.sign, a.scope, o.value, a.root, a.base) x
where conflicts = 1 group by reported, sign, scope, value, root;

create table inside as
select o.reported, o.sign, o.scope, o.value as agreed, a.base, a.further, a.root, a.report, a.origins, a.proposition, a.stated, a.tacit, a.needs
from outer_value o join alike a on a.reported = o.reported and a.sign = o.sign and a.scope = o.scope and a.value <> 0
join verdict v on v.a = case when o.sign = 1 then o.value else a.value end and v.b = case when o.sign = 1 then a.value else o.value end
left join ruled_out x on x.reported = o.reported and x.sign = o.sign and x.scope = o.scope and x.value = o.value and x.root = a.root
where v.contains = 1 and x.root is null
union all
select a.reported, a.sign, a.scope, 0, a.base, a.further, a.root, a.report, a.origins, a.proposition, a.stated, a.tacit, a.needs
from alike a join plain p on p.reported = a.reported and p.sign = a.sign and p.scope = a.scope;

create table agreed0 as
select reported, sign, scope, agreed from inside group by reported, sign, scope, agreed having count(distinct root) > 1;

create table wide as
select distinct g.reported, g.sign, g.scope, g.agreed from agreed0 g join agreed0 n on n.reported = g.reported and n.sign = g.sign and n.scope = g.scope
join verdict v on v.a = case when g.sign = 1 then g.agreed else n.agreed end and v.b = case when g.sign = 1 then n.agreed else g.agreed end
join verdict u on u.a = v.b and u.b = v.a
join value vg on vg.id = g.agreed join value vn on vn.id = n.agreed
where g.agreed <> n.agreed and v.contains = 1 and (u.contains = 0 or vn.form < vg.form or (vn.form = vg.form and n.agreed < g.agreed));

create table grouped0 as
select i.* from inside i join agreed0 g on g.reported = i.reported and g.sign = i.sign and g.scope = i.scope and g.agreed = i.agreed
left join wide w on w.reported = i.reported and w.sign = i.sign and w.scope = i.scope and w.agreed = i.agreed where w.reported is null;

create table grouped as
select g.* from grouped0 g join (
  select reported, sign, scope, agreed, base, min(needs) as least from grouped0 group by reported, sign, scope, agreed, base) l
  on l.reported = g.reported and l.sign = g.sign and l.scope = g.scope and l.agreed = g.agreed and l.base = g.base and l.least = g.needs;

create table agreed1 as
select reported, sign, scope, agreed from grouped group by reported, sign, scope, agreed
having count(distinct root) > 1 and count(distinct report) > 1
  and max(case when proposition = reported and stated = 1 and tacit = 0 then 1 else 0 end) = 1;

-- Two origins or more: two sets of roots without a root in common.
create table set_size as select origins, count(*) as size from origin group by origins;

create table overlap as
select distinct x.origins as a, y.origins as b from origin x join origin y on y.root = x.root where x.origins <> y.origins;

create table agreed_set as
select distinct g.reported, g.sign, g.scope, g.agreed, g.origins, s.size from grouped g
join agreed1 a on a.reported = g.reported and a.sign = g.sign and a.scope = g.scope and a.agreed = g.agreed join set_size s on s.origins = g.origins;

create table independent as
select reported, sign, scope, agreed from agreed_set where size = 1 group by reported, sign, scope, agreed having count(*) > 1
union
select x.reported, x.sign, x.scope, x.agreed from agreed_set x join agreed_set y
  on y.reported = x.reported and y.sign = x.sign and y.scope = x.scope and y.agreed = x.agreed
left join overlap o on o.a = x.origins and o.b = y.origins
where x.origins < y.origins and y.size + x.size > 2 and o.a is null;

-- 7. Positions shared.
create table shared0 as
select q.shared as reported, l.sign, l.base, l.further, l.root, l.report from live l
join proposition q on q.id = l.proposition and q.holder = l.root join party r on r.id = l.root
left join torn t on t.proposition = l.proposition and t.root = l.root
where q.shared is not null and l.sign <> 0 and l.disputed = 0 and r.unknown = 0 and t.root is null;

create table shared as
select reported, sign from shared0 group by reported, sign having count(distinct root) > 1 and count(distinct report) > 1;

-- 8. Links, and who has a stake in them.
create table link as
select distinct q.id, q.blame from proposition q join live l on l.proposition = q.id
where q.link = 1 and q.known = 1 and l.stated = 1 and l.stance in (0, 1, 4);

create table laid_on as
select distinct e.event, q.laid as party from plus l join proposition q on q.id = l.proposition
join names_event e on e.proposition = q.id where q.laid is not null;

create table answers as
select distinct e.event, l.root from live l join proposition q on q.id = l.proposition join names_event e on e.proposition = q.id
where q.laid is not null and (l.sign = -1 or l.stance = 5) and l.own = 1 and l.hearsay = 0 and l.disputed = 0;

create table class_of as
select distinct q.member, q.class from plus l join proposition q on q.id = l.proposition where q.class is not null;

create table kin as select a, b from within union select b, a from within;

create table belongs as select a as party, b as root from kin union select class, member from class_of;

create table supporting as
select k.id, l.* from link k join plus l on l.proposition = k.id;

create table opposing as select k.id as link, a.root, a.hearsay from link k join against a on a.id = k.id;

create table candidate as
select id, root from supporting
union select s.id, o.root from supporting s join origin o on o.origins = s.origins
union select s.id, e.outlet from supporting s join evidence e on e.statement = s.statement
union select s.id, e.origin from supporting s join evidence e on e.statement = s.statement;

create table stake as
select c.id, c.root from candidate c join names_party n on n.proposition = c.id join belongs b on b.party = n.party and b.root = c.root
union
select c.id, c.root from candidate c join names_event e on e.proposition = c.id join event_party p on p.event = e.event
join belongs b on b.party = p.party and b.root = c.root
union
select c.id, c.root from candidate c join names_event e on e.proposition = c.id join laid_on p on p.event = e.event
join belongs b on b.party = p.party and b.root = c.root
union
select c.id, c.root from candidate c join names_event e on e.proposition = c.id join answers a on a.event = e.event and a.root = c.root
union
select c.id, c.root from candidate c join names_event e on e.proposition = c.id join read_as p on p.event = e.event
join belongs b on b.party = p.party and b.root = c.root
union
select c.id, c.root from candidate c join names_party n on n.proposition = c.id join laid_on w on w.party = n.party
join event_party p on p.event = w.event and p.takes_part = 1 join belongs b on b.party = p.party and b.root = c.root;

create table documented as
select distinct s.id from supporting s join evidence e on e.statement = s.statement
left join stake a on a.id = s.id and a.root = e.outlet left join stake b on b.id = s.id and b.root = e.origin
where s.stance = 0 and s.hearsay = 0 and s.disputed = 0 and a.root is null and b.root is null;

create table tainted as
select distinct s.id, s.origins from supporting s join origin o on o.origins = s.origins join stake k on k.id = s.id and k.root = o.root;

create table witness as
select distinct s.id, s.root, s.origins from supporting s left join stake k on k.id = s.id and k.root = s.root
left join (select distinct link, root from opposing where hearsay = 0) d on d.link = s.id and d.root = s.root
left join tainted t on t.id = s.id and t.origins = s.origins
where s.stance = 0 and s.hearsay = 0 and s.disputed = 0 and s.sound = 1 and s.origins <> 0
  and k.root is null and d.root is null and t.id is null;

-- Enough witnesses: one, or two of whom neither shares a root or an origin. More than two are for gainsay itself.
create table corroborated as
select distinct w.id from witness w join setting s on s.verify <= 1
union
select distinct x.id from witness x join witness y on y.id = x.id and y.root <> x.root and y.origins <> x.origins
join setting s on s.verify = 2
left join overlap o on o.a = x.origins and o.b = y.origins where o.a is null;

create table admitted as
select distinct id, root from supporting where stance = 0 and hearsay = 0 and disputed = 0 and claims = 1;

create table accused as
select id, root as party from admitted union select a.id, p.origin from admitted a join party p on p.id = a.root;

create table besides as
select distinct s.id, s.root from supporting s join party p on p.id = s.root
left join accused x on x.id = s.id and x.party = p.origin
left join (select a.id, k.b as root from accused a join kin k on k.a = a.party) y on y.id = s.id and y.root = s.root
where s.stance = 0 and s.hearsay = 0 and s.disputed = 0 and s.claims = 0 and p.unknown = 0 and x.id is null and y.id is null;

create table undisputed as
select distinct a.id from admitted a join besides b on b.id = a.id
left join (select distinct link from opposing) o on o.link = a.id where o.link is null;

create table unverified as
select k.id from link k left join documented d on d.id = k.id left join corroborated c on c.id = k.id left join undisputed u on u.id = k.id
where k.blame = 1 or (d.id is null and c.id is null and u.id is null);

-- 9. Every finding: the rule, the proposition and, where one proposition has several, what tells them apart; then who and where.
create table taking_part as
select t.rule, t.reported, 0 as side, cast(0 as bigint) as value, cast(0 as bigint) as scope, t.root as of_root, t.root as root,
  t.a_statement as statement, cast(0 as bigint) as further from turn t
union
select t.rule, t.reported, 0 as side, cast(0 as bigint) as value, cast(0 as bigint) as scope, t.root as of_root, t.root as root,
  t.b_statement as statement, cast(0 as bigint) as further from turn t
union
select c.rule, c.reported, 0 as side, cast(0 as bigint) as value, cast(0 as bigint) as scope, cast(0 as bigint) as of_root, p.root,
  p.statement, c.further from clashing c join position p on p.id = c.base
union
select 'agreement' as rule, g.reported, g.sign as side, g.agreed as value, g.scope, cast(0 as bigint) as of_root, g.root, p.statement,
  g.further from grouped g
join agreed1 a on a.reported = g.reported and a.sign = g.sign and a.scope = g.scope and a.agreed = g.agreed
join independent i on i.reported = g.reported and i.sign = g.sign and i.scope = g.scope and i.agreed = g.agreed
join position p on p.id = g.base
union
select 'shared-position' as rule, s.reported, s.sign as side, cast(0 as bigint) as value, cast(0 as bigint) as scope,
  cast(0 as bigint) as of_root, s.root, p.statement, s.further from shared0 s
join shared g on g.reported = s.reported and g.sign = s.sign join position p on p.id = s.base
union
select 'unverified-link' as rule, u.id as reported, 0 as side, cast(0 as bigint) as value, cast(0 as bigint) as scope,
  cast(0 as bigint) as of_root, l.root, l.statement, l.further from unverified u join live l on l.proposition = u.id
where l.stated = 1 and l.sign <> -1
union
select 'unverified-link' as rule, u.id as reported, 0 as side, cast(0 as bigint) as value, cast(0 as bigint) as scope,
  cast(0 as bigint) as of_root, a.root, a.statement, a.further from unverified u join against a on a.id = u.id
union
select 'unverified-link' as rule, u.id as reported, 0 as side, cast(0 as bigint) as value, cast(0 as bigint) as scope,
  cast(0 as bigint) as of_root, p.root, p.statement, cast(0 as bigint) as further from unverified u
join member_denies m on m.proposition = u.id join position p on p.id = m.position;

create table found as
select rule, reported, side, value, scope, of_root, root, statement from taking_part
union
select t.rule, t.reported, t.side, t.value, t.scope, t.of_root, t.root, f.statement from taking_part t join further_by f on f.further = t.further;

create table findings as
select f.rule, q.text as proposition, f.side, f.value, f.scope, f.of_root, r.text as root, s.text as statement
from found f join dictionary q on q.id = f.reported join dictionary r on r.id = f.root join dictionary s on s.id = f.statement;
