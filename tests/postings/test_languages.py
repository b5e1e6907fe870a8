"""Pay, years, degrees and office days in the languages and scripts that postings come in. All lines are invented."""

from functools import cache

import pytest

from headway.postings.by_line import LineReader
from tests.postings.reading import asked, read, readers

PAY = [
    ("年収 600万円〜900万円", 6_000_000, 9_000_000, "JPY", "year"),
    ("年収：600万円", 6_000_000, 6_000_000, "JPY", "year"),
    ("想定年収 600万円 ～ 1,000万円", 6_000_000, 10_000_000, "JPY", "year"),
    ("年収600万～900万円", 6_000_000, 9_000_000, "JPY", "year"),
    ("月給 30万円", 300_000, 300_000, "JPY", "month"),
    ("月給30万円〜45万円", 300_000, 450_000, "JPY", "month"),
    ("給与：年俸 800万円以上", 8_000_000, None, "JPY", "year"),
    ("年収：6,000,000円〜9,000,000円", 6_000_000, 9_000_000, "JPY", "year"),
    ("時給 1,500円", 1_500, 1_500, "JPY", "hour"),
    ("時給2,000円〜3,000円", 2_000, 3_000, "JPY", "hour"),
    ("月額 80万円（業務委託）", 800_000, 800_000, "JPY", "month"),
    ("年収 最大1,200万円", None, 12_000_000, "JPY", "year"),
    ("日給 12,000円", 12_000, 12_000, "JPY", "day"),
    ("給与: 500-800万円", 5_000_000, 8_000_000, "JPY", "year"),
    ("年収 1000万円", 10_000_000, 10_000_000, "JPY", "year"),
    ("年収６００万円〜９００万円", 6_000_000, 9_000_000, "JPY", "year"),
    ("Salary: ¥6M - ¥9M per year", 6_000_000, 9_000_000, "JPY", "year"),
    ("売上高 600億円", None, None, None, None),
    ("資本金 1,000万円", None, None, None, None),
    ("書籍購入補助 月1万円", None, None, None, None),
    ("交通費支給（月5万円まで）", None, None, None, None),
    ("入社祝い金 30万円", None, None, None, None),
    ("累計調達額は30億円", None, None, None, None),
    ("月薪 25k-40k", 25_000, 40_000, "CNY", "month"),
    ("薪资：25K-40K·15薪", 25_000, 40_000, "CNY", "month"),
    ("年薪 40万-60万", 400_000, 600_000, "CNY", "year"),
    ("年薪40-60万元", 400_000, 600_000, "CNY", "year"),
    ("月薪：30,000-50,000元", 30_000, 50_000, "CNY", "month"),
    ("薪资范围：2.5万-4万/月", 25_000, 40_000, "CNY", "month"),
    ("年薪 50万人民币", 500_000, 500_000, "CNY", "year"),
    ("日薪 300-500元", 300, 500, "CNY", "day"),
    ("月薪 NT$ 60,000 - 90,000", 60_000, 90_000, "TWD", "month"),
    ("注册资本5000万元", None, None, None, None),
    ("A轮融资5000万元", None, None, None, None),
    ("연봉 5,000만원 ~ 8,000만원", 50_000_000, 80_000_000, "KRW", "year"),
    ("연봉 6000만원", 60_000_000, 60_000_000, "KRW", "year"),
    ("월급 300만원", 3_000_000, 3_000_000, "KRW", "month"),
    ("Rémunération : 45-55 k€", 45_000, 55_000, "EUR", "year"),
    ("Salaire : 45k€ à 55k€ selon expérience", 45_000, 55_000, "EUR", "year"),
    ("Rémunération annuelle brute : 50 000 €", 50_000, 50_000, "EUR", "year"),
    ("Salaire brut annuel entre 48 000 et 56 000 euros", 48_000, 56_000, "EUR", "year"),
    ("Salaire : 3 500 € brut mensuel", 3_500, 3_500, "EUR", "month"),
    ("Package : 60 à 70 K€ fixe + variable", 60_000, 70_000, "EUR", "year"),
    ("Fixe : 50-60K€", 50_000, 60_000, "EUR", "year"),
    ("Salaire de 50K", None, None, None, None),
    ("Gratification : 1 200 €/mois", 1_200, 1_200, "EUR", "month"),
    ("Ticket restaurant de 10 € par jour", None, None, None, None),
    ("Levée de fonds de 15 M€", None, None, None, None),
    ("Gehalt: 65.000 – 80.000 € brutto/Jahr", 65_000, 80_000, "EUR", "year"),
    ("Jahresbruttogehalt ab 60.000 EUR", 60_000, None, "EUR", "year"),
    ("Gehaltsspanne: 70k–90k €", 70_000, 90_000, "EUR", "year"),
    ("Bruttojahresgehalt von 55.000 € bis 70.000 €", 55_000, 70_000, "EUR", "year"),
    ("Mindestgehalt lt. KV: € 3.500,- brutto pro Monat", 3_500, None, "EUR", "month"),
    ("Monatliches Bruttogehalt von 4.200 €", 4_200, 4_200, "EUR", "month"),
    ("Gehaltsrahmen CHF 110'000 - 130'000", 110_000, 130_000, "CHF", "year"),
    ("13 Monatsgehälter, EG 13 TVöD, 4.500 Euro monatlich", 4_500, 4_500, "EUR", "month"),
    ("Stundenlohn: 15,50 € pro Stunde", 15.5, 15.5, "EUR", "hour"),
    ("Werkstudent: 18 €/Stunde", 18, 18, "EUR", "hour"),
    ("Weiterbildungsbudget von 2.000 € pro Jahr", None, None, None, None),
    ("50 € Sachbezug monatlich", None, None, None, None),
    ("Salário: R$ 12.000,00 por mês", 12_000, 12_000, "BRL", "month"),
    ("Faixa salarial: R$ 8.000 a R$ 12.000", 8_000, 12_000, "BRL", "month"),
    ("Salário CLT R$ 15.000", 15_000, 15_000, "BRL", "month"),
    ("Remuneração: 45.000€ - 60.000€ brutos anuais", 45_000, 60_000, "EUR", "year"),
    ("Vale refeição de R$ 1.000 por mês", None, None, None, None),
    ("Remuneração até R$ 18 mil mensais", None, 18_000, "BRL", "month"),
    ("RAL: 35.000 - 45.000 €", 35_000, 45_000, "EUR", "year"),
    ("Retribuzione annua lorda: 40.000€", 40_000, 40_000, "EUR", "year"),
    ("Stipendio mensile lordo 2.200 €", 2_200, 2_200, "EUR", "month"),
    ("RAL fino a 55.000 euro", None, 55_000, "EUR", "year"),
    ("Buoni pasto da 8 € al giorno", None, None, None, None),
    ("Retribuzione tra 38.000 e 48.000 euro lordi annui", 38_000, 48_000, "EUR", "year"),
    ("Salario: 40.000 - 50.000 € brutos anuales", 40_000, 50_000, "EUR", "year"),
    ("Banda salarial: 45K-55K €", 45_000, 55_000, "EUR", "year"),
    ("Sueldo: 45.000 € brutos/año", 45_000, 45_000, "EUR", "year"),
    ("Sueldo mensual de $45,000 MXN", 45_000, 45_000, "MXN", "month"),
    ("Salario bruto anual entre 42.000€ y 48.000€", 42_000, 48_000, "EUR", "year"),
    ("Salaris: € 4.500 - € 6.000 bruto per maand", 4_500, 6_000, "EUR", "month"),
    ("Een salaris tussen €4.000 en €5.500 per maand", 4_000, 5_500, "EUR", "month"),
    ("Brutosalaris tot € 85.000 per jaar", None, 85_000, "EUR", "year"),
    ("Wynagrodzenie: 18 000 – 25 000 zł netto + VAT (B2B)", 18_000, 25_000, "PLN", "month"),
    ("Widełki: 120-150 zł/h", 120, 150, "PLN", "hour"),
    ("Lön: 45 000 – 55 000 kr/mån. Sverige", 45_000, 55_000, "SEK", "month"),
    ("【給与】年収450万円～700万円（経験・能力による）", 4_500_000, 7_000_000, "JPY", "year"),
    ("予定年収：550万円〜1200万円／月給制", 5_500_000, 12_000_000, "JPY", "year"),
    ("月給 350,000円 ～ 500,000円（固定残業代45時間分を含む）", 350_000, 500_000, "JPY", "month"),
    ("初任給：月給25万円", 250_000, 250_000, "JPY", "month"),
    ("時給1,800円（交通費別途支給）", 1_800, 1_800, "JPY", "hour"),
    ("賞与年2回、昨年度実績：年収の4ヶ月分", None, None, None, None),
    ("従業員持株会、退職金、書籍購入費（年5万円）", None, None, None, None),
    ("オファー年収 800万〜1,500万円", 8_000_000, 15_000_000, "JPY", "year"),
    ("給与 年俸制 700万円～", 7_000_000, None, "JPY", "year"),
    ("業務委託：月60万円〜100万円", 600_000, 1_000_000, "JPY", "month"),
    ("薪资待遇：20k-35k/月，14薪", 20_000, 35_000, "CNY", "month"),
    ("年薪30W-50W", 300_000, 500_000, "CNY", "year"),
    ("月薪2万至3万元", 20_000, 30_000, "CNY", "month"),
    ("薪酬：税前年薪60-100万", 600_000, 1_000_000, "CNY", "year"),
    ("实习工资 200元/天", 200, 200, "CNY", "day"),
    ("公司获得1亿元融资", None, None, None, None),
    ("年终奖2-4个月，餐补每月500元", None, None, None, None),
    ("급여: 연 4,500만원 ~ 6,000만원", 45_000_000, 60_000_000, "KRW", "year"),
    ("연봉 협상 가능 (최소 4천만원)", 40_000_000, None, "KRW", "year"),
    ("Rémunération attractive : 55-70 K€ brut/an selon profil", 55_000, 70_000, "EUR", "year"),
    ("Salaire fixe de 42 000€ à 50 000€ + variable", 42_000, 50_000, "EUR", "year"),
    ("Votre package : 65k€ à 75k€", 65_000, 75_000, "EUR", "year"),
    ("Indemnité de stage : 1 300 € / mois", 1_300, 1_300, "EUR", "month"),
    ("TJM : 550 € HT", 550, 550, "EUR", "day"),
    ("Prime de cooptation de 1 500 €", None, None, None, None),
    ("CA de 40 M€ en 2024", None, None, None, None),
    ("Vergütung: 70.000 bis 90.000 Euro p.a.", 70_000, 90_000, "EUR", "year"),
    ("Das Jahresgehalt liegt zwischen 62.000 € und 78.000 €", 62_000, 78_000, "EUR", "year"),
    ("Gehalt: ab 4.800 € brutto im Monat", 4_800, None, "EUR", "month"),
    ("Kollektivvertragliches Mindestgehalt von EUR 55.000,- brutto/Jahr", 55_000, None, "EUR", "year"),
    ("Jobrad, Deutschlandticket (49 €/Monat)", None, None, None, None),
    ("Umsatz von 20 Mio. €", None, None, None, None),
    ("Stundenlohn ab 17,50 €", 17.5, None, "EUR", "hour"),
    ("Salário entre R$ 9.000,00 e R$ 13.000,00", 9_000, 13_000, "BRL", "month"),
    ("Bolsa-auxílio: R$ 1.800,00", 1_800, 1_800, "BRL", "month"),
    ("Vencimento: 2.000€ a 2.800€ mensais", 2_000, 2_800, "EUR", "month"),
    ("Faturamos R$ 50 milhões por ano", None, None, None, None),
    ("RAL compresa tra 32.000€ e 40.000€", 32_000, 40_000, "EUR", "year"),
    ("Offriamo una RAL di 45.000 euro", 45_000, 45_000, "EUR", "year"),
    ("Compenso: 1.200 € netti al mese", 1_200, 1_200, "EUR", "month"),
    ("Fatturato di 30 milioni di euro", None, None, None, None),
    ("Rango salarial 38.000€ - 46.000€ b/a", 38_000, 46_000, "EUR", "year"),
    ("Salario competitivo: hasta 55.000 € brutos al año", None, 55_000, "EUR", "year"),
    ("Sueldo bruto mensual: 2.500 €", 2_500, 2_500, "EUR", "month"),
    ("Ticket restaurante de 11 €/día", None, None, None, None),
    ("Bruto maandsalaris tussen € 3.800 en € 5.200", 3_800, 5_200, "EUR", "month"),
    ("Salaris: €60.000 - €75.000 op jaarbasis", 60_000, 75_000, "EUR", "year"),
    ("Zarobki: 20 000 - 26 000 PLN netto na fakturze", 20_000, 26_000, "PLN", "month"),
    ("Årslønn NOK 750 000 – 900 000", 750_000, 900_000, "NOK", "year"),
]

ALONE: list[tuple[str, float | None]] = [
    ("必須条件\n・3年以上\n・Python\n", 3),
    ("任职要求\n- 5年以上\n- Python\n", 5),
    ("자격요건\n- 3년 이상\n- Python\n", 3),
    ("必須条件\n・Python\n\n福利厚生\n・3年以上\n", None),
    ("必須条件\n・3年以上の契約\n・Python\n", None),
]


@pytest.mark.parametrize(("text", "years"), ALONE)
def test_years_that_are_all_a_demand_says_are_of_work(text: str, years: float | None) -> None:
    """Below a heading of demands a bare number of years needs no word of experience."""
    assert read(text).min_years == years


YEARS: list[tuple[str, float | None]] = [
    ("Pythonでの開発経験 3年以上", 3),
    ("機械学習の実務経験3年以上", 3),
    ("3年以上の開発経験", 3),
    ("実務経験5年以上の方", 5),
    ("データ分析の経験（2年以上）", 2),
    ("3〜5年の実務経験", 3),
    ("5年程度の開発経験", 5),
    ("設立10年の会社です", None),
    ("創業から10年以上", None),
    ("3年以上のPython経験", 3),
    ("１０年以上の業務経験", 10),
    ("入社3年後の姿", None),
    ("2年間の開発経験", 2),
    ("3年以上Python开发经验", 3),
    ("具有3-5年工作经验", 3),
    ("5年以上相关经验", 5),
    ("三年以上工作经验", 3),
    ("至少2年机器学习经验", 2),
    ("工作经验：3年以上", 3),
    ("公司成立10年", None),
    ("3年以上工作經驗", 3),
    ("경력 3년 이상", 3),
    ("3년 이상의 Python 개발 경험", 3),
    ("머신러닝 실무 경험 5년 이상", 5),
    ("5~8년차 개발자 경력", 5),
    ("Expérience de 3 ans minimum en data science", 3),
    ("Minimum 5 années d'expérience", 5),
    ("Vous justifiez d'une expérience de 3 à 5 ans", 3),
    ("Une première expérience de deux ans", 2),
    ("Expérience : 4 ans", 4),
    ("Fort de 5 ans d'expérience", 5),
    ("CDD de 2 ans", None),
    ("Créée il y a 10 ans", None),
    ("Mehrjährige Berufserfahrung (3–5 Jahre)", 3),
    ("Mindestens 5-jährige Berufserfahrung", 5),
    ("Dreijährige Erfahrung mit Python", 3),
    ("Ab 3 Jahren Berufserfahrung", 3),
    ("Berufserfahrung: mind. 4 Jahre", 4),
    ("Seit 20 Jahren am Markt", None),
    ("auf 2 Jahre befristet", None),
    ("Wenigstens drei Jahre praktische Erfahrung", 3),
    ("Experiencia mínima de 3 años en Python", 3),
    ("Más de 5 años de experiencia", 5),
    ("Experiencia de al menos dos años", 2),
    ("3+ años trabajando con SQL", 3),
    ("Entre 2 y 4 años de experiencia", 2),
    ("Experiencia: 3 años", 3),
    ("Contrato de 2 años", None),
    ("Experiência mínima de 3 anos em Python", 3),
    ("Pelo menos 5 anos de experiência", 5),
    ("Mais de 4 anos de experiência com dados", 4),
    ("De 3 a 5 anos de experiência", 3),
    ("Há 20 anos no mercado", None),
    ("Ter no mínimo dois anos de experiência", 2),
    ("Esperienza di almeno 3 anni", 3),
    ("Da 3 a 5 anni di esperienza", 3),
    ("Esperienza pregressa di 2-3 anni nel ruolo", 2),
    ("Oltre 5 anni di esperienza", 5),
    ("Minimo tre anni di esperienza", 3),
    ("Da 20 anni sul mercato", None),
    ("Esperienza biennale con Python", 2),
    ("Esperienza triennale in data engineering", 3),
    ("Minstens 3 jaar werkervaring", 3),
    ("Je hebt 3-5 jaar ervaring", 3),
    ("Ruime ervaring (minimaal 5 jaar)", 5),
    ("Minst 3 års erfarenhet", 3),
    ("Mindst 3 års erfaring", 3),
    ("Webアプリケーションの開発経験（3年以上目安）", 3),
    ("5年以上のソフトウェアエンジニア経験をお持ちの方", 5),
    ("Goでの実務経験：2年以上", 2),
    ("社会人経験2年〜5年", 2),
    ("創業15年、安定した経営基盤", None),
    ("未経験可、入社1年目は研修", None),
    ("1年以上のチームマネジメント経験", 1),
    ("本科及以上学历，3年以上算法经验", 3),
    ("5-8年软件开发经验", 5),
    ("有两年以上NLP项目经验", 2),
    ("公司已有20年历史", None),
    ("应届毕业生或1-3年经验", 1),
    ("데이터 분석 경력 4년 이상", 4),
    ("2년 이상의 실무 경험을 보유하신 분", 2),
    ("창립 10년의 안정적인 회사", None),
    ("Vous avez au minimum 4 ans d'expérience sur Python", 4),
    ("Au moins trois années d'expérience", 3),
    ("5 ans minimum sur un poste similaire", 5),
    ("De 2 à 4 ans d’expérience", 2),
    ("Entreprise fondée il y a 12 ans", None),
    ("Du hast 2-4 Jahre Berufserfahrung", 2),
    ("Einschlägige Berufserfahrung von mindestens 3 Jahren", 3),
    ("Fünfjährige Praxiserfahrung mit SQL", 5),
    ("2 Jahre Probezeit", None),
    ("mind. 6 Jahre Erfahrung in der Softwareentwicklung", 6),
    ("Mínimo 4 años de experiencia como data engineer", 4),
    ("Experiencia previa de 2-3 años", 2),
    ("Al menos cinco años desarrollando modelos", 5),
    ("Hace 10 años que lideramos el mercado", None),
    ("No mínimo 2 anos de atuação com dados", 2),
    ("Experiência comprovada de 4 anos", 4),
    ("Somos uma empresa com 15 anos de mercado", None),
    ("3 anos ou mais de experiência", 3),
    ("Almeno 2 anni di esperienza nel ruolo", 2),
    ("Hai maturato 3/5 anni di esperienza", 3),
    ("Azienda leader da oltre 30 anni", None),
    ("Minimo 4 anni come data scientist", 4),
    ("Minimaal 4 jaar relevante ervaring", 4),
    ("Twee tot vier jaar ervaring", 2),
    ("Al 20 jaar marktleider", None),
]
DEGREES = [
    ("Grado en Ingeniería Informática", "bachelor"),
    ("Grado en que se cumplen los objetivos", "unstated"),
    ("Graduado en Informática", "bachelor"),
    ("Máster en Data Science", "master"),
    ("Laurea magistrale in Matematica", "master"),
    ("Laurea triennale in Statistica", "bachelor"),
    ("Superior completo em Computação", "bachelor"),
    ("Doutorado em IA", "phd"),
    ("Abgeschlossene Promotion", "phd"),
    ("De formation Bac + 5", "master"),
    ("Titulaire d'un master en statistiques", "master"),
    ("HBO/WO werk- en denkniveau", "bachelor"),
    ("本科及以上学历", "bachelor"),
    ("修士課程修了", "master"),
    ("석사 이상", "master"),
]

WORKPLACES = [
    ("Office-first, with 2 days at home", "hybrid"),
    ("We're office-first with flexibility to work from home on Fridays", "hybrid"),
    ("We are an office-first company", "hybrid"),
    ("We are office-first: five days a week in the office", "onsite"),
    ("Anchor days: Tuesday and Thursday", "hybrid"),
    ("We have two anchor days in the office each week", "hybrid"),
    ("On-site 3x per week in Berlin", "hybrid"),
    ("In office 4 days", "hybrid"),
    ("In office at least twice weekly", "hybrid"),
    ("Work from the office 3 days/wk", "hybrid"),
    ("2 days WFH per week", "hybrid"),
    ("40% office attendance", "hybrid"),
    ("Yoga 2x per week in the office", "unstated"),
    ("Team lunch 3 days a week in the office", "unstated"),
    ("Trial work of three days, remote or on-site", "unstated"),
    ("We deploy 3x a week", "unstated"),
    ("フルリモート可", "remote"),
    ("リモートワーク可（週2出社）", "hybrid"),
    ("2 giorni a settimana in ufficio", "hybrid"),
    ("In sede a Milano", "onsite"),
    ("2 vezes por semana no escritório", "hybrid"),
    ("2 jours de présence par semaine", "hybrid"),
]


@cache
def by_lines() -> LineReader:
    """The reader of imports."""
    return LineReader(*readers())


def with_line(line: str) -> str:
    """A posting that holds a line under what it offers."""
    return f"Requirements\n - Python\n\nBenefits\n{line}\n"


@pytest.mark.parametrize(("line", "low", "high", "currency", "period"), PAY)
def test_pay_as_it_is_told_in_other_languages(
    line: str, low: float | None, high: float | None, currency: str | None, period: str | None
) -> None:
    """Ten thousands, words of pay in one piece, open ends; capital, allowances and bonuses are no pay. By lines too."""
    pay = read(with_line(line)).pay
    assert (pay and (pay.min, pay.max, pay.currency, pay.period)) == (
        (low, high, currency, period) if currency else None
    )
    gist = by_lines().read("Data Engineer", with_line(line))
    assert gist is not None
    assert gist.pay == pay


@pytest.mark.parametrize(("line", "years"), YEARS)
def test_years_as_they_are_told_in_other_languages(line: str, years: float | None) -> None:
    """Beside a word of experience; not the age of a company or the length of a contract."""
    assert asked(line).min_years == years


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Many strong candidates have 10+ years of experience", None),
        ("Most of our engineers have 8+ years of experience", None),
        ("Most candidates will have at least 8 years of experience", 8),
        ("Candidates typically have 5+ years of experience", 5),
    ],
)
def test_what_many_have_is_not_asked_of_all(line: str, years: float | None) -> None:
    """Under a heading of requirements too."""
    assert asked(line).min_years == years


@pytest.mark.parametrize(("line", "degree"), DEGREES)
def test_degrees_in_other_languages(line: str, degree: str) -> None:
    """The lowest that is named."""
    assert asked(line).degree.level == degree


@pytest.mark.parametrize(("line", "workplace"), WORKPLACES)
def test_days_in_the_office(line: str, workplace: str) -> None:
    """Fewer than all are hybrid; lunches and trials are none."""
    assert read(f"About the role\nBuild models.\n{line}\n\nRequirements\n - Python\n").workplace == workplace


@pytest.mark.parametrize("heading", ["Pré", "Een pré", "Pré's:", "Pre:"])
def test_a_dutch_heading_of_wishes(heading: str) -> None:
    """And the phrase in a line."""
    found = {each.skill: each.need for each in read(f"Wat vragen wij\n- Python\n\n{heading}\n- Kubernetes\n").skills}
    assert found == {"python": "required", "kubernetes": "preferred"}
    found = {each.skill: each.need for each in read("Wat vragen wij\n- Python\n- Kubernetes is een pré\n").skills}
    assert found == {"python": "required", "kubernetes": "preferred"}
