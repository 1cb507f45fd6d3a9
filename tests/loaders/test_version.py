from loaders.version import extractor


def test_extractor_is_the_same_each_time() -> None:
    extractor.cache_clear()
    first = extractor()
    extractor.cache_clear()
    assert extractor() == first
    assert len(first) == 32
