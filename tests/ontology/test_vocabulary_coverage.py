"""The vocabularies hold what the genre names, once each."""

from collections import Counter

import pytest

from ontology.codes import LEVELS, UNITS, Lang
from ontology.label import fold
from ontology.term import CODES
from ontology.vocabulary import term_labels, vocabulary

# The programmes, facility types and designations most named in documents of the genre, by frequency.
PROGRAMMES = """
national-regional-medical-center healthy-china counterpart-support county-medical-community chronic-disease-prevention
childcare-services basic-medical-insurance-provincial-pooling maternal-newborn-care national-medical-center
health-system-reform township-health-center secondary-and-above-hospital tcm-reform-demonstration-zone
livelihood-projects key-clinical-specialty tertiary-level-standard public-hospital-reform cdc-reform
integrated-elderly-care provincial-regional-medical-center grade-3a-hospital mutual-recognition tcm-hospital
mental-health-services childrens-medical-center health-poverty-alleviation primary-care-strengthening-project
medical-consortium community-health-center village-clinic three-medicine-coordination telemedicine
hierarchical-diagnosis volume-based-procurement patriotic-health-campaign payment-reform long-term-care-insurance
health-literacy-promotion health-talent-programme hospital-campus infectious-disease-base
rehabilitation-nursing-expansion high-level-hospital fifteen-minute-reach performance-assessment urban-medical-group
healthy-county innovative-drugs vaccination health-in-all-policies family-doctor-services smart-hospital
public-hospital-quality-pilot five-centers imaging-cloud medical-service-price-reform convenience-services
county-medical-sub-center internet-plus-health-demonstration village-doctor medical-university internet-hospital
thousand-county-project electronic-health-card regional-public-health-center sanming-experience gp-training
private-medical-provision primary-care-quality-action two-cancer-screening emergency-rescue-base geriatric-hospital
provincial-medical-center specialist-alliance escort-free-care blood-safety-center medical-tourism-zone
basic-public-health-services community-hospital primary-heart-brain-rescue-station medical-insurance-cloud
public-health-committee tcm-innovation-center mobile-hospital cdc-consortium large-hospital-inspection
""".split()

INDICATORS = """
life-expectancy healthy-life-expectancy hospital-beds beds-per-1000 maternal-mortality infant-mortality
under-5-mortality neonatal-mortality childcare-places-per-1000 screening-rate health-professionals doctors-per-1000
nurses-per-1000 gps-per-10000 public-health-staff-per-10000 insurance-enrollment-rate inpatient-reimbursement-ratio
oop-share total-health-expenditure basic-public-health-subsidy family-doctor-contract-rate in-county-treatment-rate
in-city-admission-rate primary-care-visit-share visits health-literacy mutual-recognition-items
capability-standard-rate county-hospitals-tertiary grade-3a-hospital medical-community-coverage telemedicine-coverage
fifteen-minute-reach nursing-bed-share procurement-price-cut premature-ncd-mortality smoking-rate exercise-rate
child-myopia-rate cancer-survival notifiable-disease-incidence child-anemia fund-balance licensed-village-doctor-share
tuberculosis-incidence environment-water
""".split()

ABROAD = """
uhc-integration-site province-wide-health-system ayushman-arogya-mandir phc-revitalisation bhcpf
community-health-worker primary-care-network taifa-care new-hospital-programme raac-remediation urgent-care-clinic
puskesmas health-network-master-plan
""".split()


def test_lists_are_whole() -> None:
    assert (len(set(PROGRAMMES)), len(set(INDICATORS))) == (86, 46)


@pytest.mark.parametrize("term", [*PROGRAMMES, *INDICATORS, *ABROAD])
def test_vocabulary_holds(term: str) -> None:
    assert vocabulary().terms[term].zh
    assert vocabulary().terms[term].en


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_label_names_one_term(lang: Lang) -> None:
    terms = vocabulary().terms.values()
    uses = Counter(label for term in terms for label in {fold(label, lang) for label in term_labels(term, lang)})
    assert [label for label, count in uses.items() if count > 1] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_labels_are_not_empty(lang: Lang) -> None:
    assert [key for label, *key in vocabulary().labels(lang) if not label.strip()] == []


def test_terms_use_the_closed_lists() -> None:
    terms = vocabulary().terms
    assert {term.level for term in terms.values()} <= {None, *LEVELS}
    assert {term.unit for term in terms.values()} <= {None, "CNY", *UNITS}
    assert {scheme for term in terms.values() for scheme in term.codes} == set(CODES)
    assert [term.id for term in terms.values() if term.broader is not None and term.broader not in terms] == []


def test_broader_ends() -> None:
    terms = vocabulary().terms
    for term in terms.values():
        chain = [term.id]
        while (broader := terms[chain[-1]].broader) is not None:
            assert broader not in chain
            chain.append(broader)


def test_groups_are_of_places_in_their_province() -> None:
    places = vocabulary().places
    outside = [
        (group.id, member)
        for group in vocabulary().groups.values()
        for member in group.members
        if member not in places or (group.province and group.province not in vocabulary().ancestors(member))
    ]
    assert outside == []


def test_hospitals_lie_in_their_provinces() -> None:
    hospitals = vocabulary().hospitals.values()
    placed = [hospital for hospital in hospitals if hospital.city is not None]
    lost = [h.zh for h in placed if h.province not in (h.city, *vocabulary().ancestors(h.city or ""))]
    assert (len(hospitals), len(placed), lost) == (1422, 1418, [])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_outside_names_no_term(lang: Lang) -> None:
    assert [name for name in vocabulary().outside(lang) if vocabulary().term_by_label(name, lang)] == []
