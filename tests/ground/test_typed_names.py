import pytest

from bot.ground.reading.names import one_name, read_name, read_names
from bot.ground.refusals import NumberInName, OneNameOnly


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("李四 王五\n赵六", ["李四", "王五", "赵六"], id="Chinese with blanks"),
        pytest.param("李四，Wu Lan、王五", ["李四", "Wu Lan", "王五"], id="commas"),
        pytest.param("王 奶奶", ["王 奶奶"], id="one name spaced out"),
        pytest.param("欧阳 娜娜", ["欧阳 娜娜"], id="a family name of two characters"),
        pytest.param("Fay Wong", ["Fay Wong"], id="no Chinese name"),
        pytest.param(" \n,", [], id="none"),
        pytest.param("1、张三 2、李四", ["张三", "李四"], id="numbered on one line"),
        pytest.param("1. 张三\n2. 李四", ["张三", "李四"], id="numbered with stops"),
        pytest.param("(1) 陳大文\n（2）李小明", ["陳大文", "李小明"], id="numbered in brackets"),
        pytest.param("1 张三\n2 李四", ["张三", "李四"], id="numbered with a blank"),
        pytest.param("1张三\n2李四", ["张三", "李四"], id="numbered without a blank"),
        pytest.param("1️⃣张三\n2️⃣ 李四", ["张三", "李四"], id="numbers on keys"),
        pytest.param("A. 张三\nB、李四", ["张三", "李四"], id="lettered"),
        pytest.param("3班小明\n4班小红", ["3班小明", "4班小红"], id="a number of their own"),
        pytest.param("明天参加的：张三 李四", ["张三", "李四"], id="said before whose names follow"),
        pytest.param("①张三②李四", ["张三", "李四"], id="numbers in circles"),
        pytest.param("一、张三\n二、李四", ["张三", "李四"], id="numbered in Chinese"),
        pytest.param("十一娘\n3rd Avenue Anna", ["十一娘", "3rd Avenue Anna"], id="numerals within a name"),
        pytest.param("• Anna Lee\n- Ben Wong\n✅ 李四", ["Anna Lee", "Ben Wong", "李四"], id="bullets"),
        pytest.param("Wong, Fay\nChan, Tai Man", ["Wong, Fay", "Chan, Tai Man"], id="family name, given name"),
        pytest.param("Chan, Tai Man", ["Chan, Tai Man"], id="one of them alone"),
        pytest.param("Anna, Ben", ["Anna", "Ben"], id="two Latin names"),
        pytest.param("John Smith, Jr.\nAnna", ["John Smith, Jr.", "Anna"], id="a title"),
        pytest.param("名单：张三、李四", ["张三", "李四"], id="a heading before"),
        pytest.param("王芳（大）\n王芳（小）", ["王芳（大）", "王芳（小）"], id="told apart in brackets"),
    ],
)
def test_names_are_told_apart(text: str, names: list[str]) -> None:
    read = read_names(text)
    assert list(read.names) == names
    assert not read.left_out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("#接龙\n周六探访\n1. 张三\n2. 李四（带孩子）", ["张三", "李四"], id="a chain with a note"),
        pytest.param("王五 13800001111\n李四", ["王五", "李四"], id="phone number"),
        pytest.param("Anna Lee +852 9123-4567", ["Anna Lee"], id="spaced phone number"),
        pytest.param("电话：138 0000 1111 王五", ["王五"], id="phone number first"),
        pytest.param("姓名\t电话\n张三\t13800001111\n李四\t139 0000 1111", ["张三", "李四"], id="columns"),
        pytest.param("1\t张三\t福田\n2\t李四\t罗湖", ["张三", "李四"], id="numbered columns"),
        pytest.param("1，张三，男，35岁，13800001111", ["张三"], id="columns with commas"),
        pytest.param("李四 +1\n王五", ["李四", "王五"], id="brings somebody"),
        pytest.param("张三，李四 共2人", ["张三", "李四"], id="a sum behind"),
        pytest.param("张三\n李四\n合计：2人", ["张三", "李四"], id="a sum below"),
        pytest.param("Anna\nBen\nTotal: 2", ["Anna", "Ben"], id="a sum in English"),
    ],
)
def test_what_is_no_name_is_left_out_and_said(text: str, names: list[str]) -> None:
    read = read_names(text)
    assert list(read.names) == names
    assert read.left_out


def test_number_before_one_name_is_taken_off() -> None:
    assert read_name("name", "1、张三", 40) == "张三"


@pytest.mark.parametrize("text", ["王芳13800001111", "Anna (0755) 2345 6789", "王芳 １３８０００01111"])
def test_phone_number_in_one_name_is_noticed(text: str) -> None:
    with pytest.raises(NumberInName):
        read_name("name", text, 40)


def test_one_name_is_one_line() -> None:
    with pytest.raises(OneNameOnly):
        one_name("Anna\nBen", 40)
    assert read_name("name", " Kim\nLee ", 40) == "Kim Lee"
